using ModelSdk.Contracts;

namespace ModelSdk.Generator.Model;

/// <summary>Everything that the generated source depends on.</summary>
/// <param name="Name">The model's name, the stem of all type names.</param>
/// <param name="Namespace">The namespace, ready to be written.</param>
/// <param name="ContractFile">The contract's file name, for the header.</param>
/// <param name="Semantics">The semantic part of the contract, by which a model is checked when it is loaded.</param>
/// <param name="Features">The features in slot order.</param>
/// <param name="Label">What is predicted.</param>
internal sealed record ModelClass(
    string Name, string Namespace, string ContractFile, string Semantics, EquatableArray<InputFeature> Features, PredictedLabel Label)
{
    /// <summary>The input type's name.</summary>
    public string Input => this.Name + "Input";

    /// <summary>The prediction type's name.</summary>
    public string Prediction => this.Name + "Prediction";

    /// <summary>The predictor's name.</summary>
    public string Predictor => this.Name + "Predictor";

    /// <summary>The static class's name.</summary>
    public string Facade => this.Name + "Model";

    /// <summary>A type of the generated namespace, as it can be written anywhere.</summary>
    public string Qualified(string type) => $"global::{this.Namespace}.{type}";
}

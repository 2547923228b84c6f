using static ModelSdk.Contracts.Diagnostics.DiagnosticSeverity;

namespace ModelSdk.Contracts.Diagnostics;

/// <summary>Diagnostics of the generator, MODEL5xxx.</summary>
public static class GeneratorDiagnostics
{
    /// <summary>The contract cannot be read, so that there is no class.</summary>
    public static readonly ModelDiagnostic InvalidContract = new("MODEL5001", Error, "The contract is not valid");

    /// <summary>A property of the contract cannot be a member of the generated type.</summary>
    public static readonly ModelDiagnostic PropertyClash = new("MODEL5002", Error, "A property clashes with a generated name");

    /// <summary>The model has no name, or one that cannot be part of a class name.</summary>
    public static readonly ModelDiagnostic InvalidModelName = new("MODEL5003", Error, "The model's name cannot name a class");

    /// <summary>The project has a second contract.</summary>
    public static readonly ModelDiagnostic SecondContract = new("MODEL5004", Error, "A model project has one contract");

    internal static IReadOnlyList<ModelDiagnostic> All { get; } = [InvalidContract, PropertyClash, InvalidModelName, SecondContract];
}

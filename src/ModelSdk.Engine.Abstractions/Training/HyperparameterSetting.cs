using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Training;

/// <summary>A hyperparameter as the project sets it, not yet checked.</summary>
/// <param name="Name">What <c>Include</c> says.</param>
/// <param name="Value">What <c>Value</c> says.</param>
/// <param name="Location">The item.</param>
public sealed record HyperparameterSetting(string Name, string Value, SourceLocation Location);

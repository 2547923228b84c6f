using ModelSdk.Contracts.Diagnostics;

namespace ModelSdk.Engine.Logging;

/// <summary>Stops a station with one diagnostic.</summary>
/// <param name="diagnostic">Its kind.</param>
/// <param name="text">What is wrong.</param>
/// <param name="location">Where.</param>
public sealed class ModelBuildException(ModelDiagnostic diagnostic, string text, SourceLocation location) : Exception(text)
{
    /// <summary>The kind of diagnostic.</summary>
    public ModelDiagnostic Diagnostic { get; } = diagnostic;

    /// <summary>Where.</summary>
    public SourceLocation Location { get; } = location;
}

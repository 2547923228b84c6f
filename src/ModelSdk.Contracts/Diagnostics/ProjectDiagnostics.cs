using static ModelSdk.Contracts.Diagnostics.DiagnosticSeverity;

namespace ModelSdk.Contracts.Diagnostics;

/// <summary>Diagnostics of the project file, MODEL0xxx. Those below 0050 and 2900, 2901 are raised by the MSBuild task.</summary>
public static class ProjectDiagnostics
{
    /// <summary>A property holds a value that it does not know.</summary>
    public static readonly ModelDiagnostic InvalidPropertyValue = new("MODEL0001", Error, "A property has an invalid value");

    /// <summary>A property without which nothing can be done is not set.</summary>
    public static readonly ModelDiagnostic MissingProperty = new("MODEL0002", Error, "A required property is not set");

    /// <summary>A property of a later version is set.</summary>
    public static readonly ModelDiagnostic NotAvailableYet = new("MODEL0003", Error, "A property is not available in this version");

    /// <summary>No training data is named, or a pattern matches nothing.</summary>
    public static readonly ModelDiagnostic NoTrainingData = new("MODEL0004", Error, "No training data");

    /// <summary>A file under <c>obj</c> cannot be written.</summary>
    public static readonly ModelDiagnostic CannotWriteOutput = new("MODEL0005", Error, "The output folder cannot be written");

    internal static IReadOnlyList<ModelDiagnostic> All { get; } = [InvalidPropertyValue, MissingProperty, NotAvailableYet, NoTrainingData, CannotWriteOutput];
}

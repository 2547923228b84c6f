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

    /// <summary>The project forbids training, and the recipe's model is not there.</summary>
    public static readonly ModelDiagnostic TrainingForbidden = new("MODEL0006", Error, "Training is forbidden");

    /// <summary>The project asks for another version of the SDK than the one that MSBuild loaded.</summary>
    public static readonly ModelDiagnostic OtherSdkVersion = new("MODEL0010", Error, "Two versions of the SDK in one build");

    /// <summary>A data path is absolute, so the project builds on one machine only.</summary>
    public static readonly ModelDiagnostic AbsoluteDataPath = new("MODEL0011", Warning, "A data path is absolute");

    /// <summary>A model setting depends on the target framework or the runtime identifier.</summary>
    public static readonly ModelDiagnostic FrameworkDependentModel = new("MODEL0012", Error, "The model depends on the target framework");

    /// <summary>The project is not a C# project.</summary>
    public static readonly ModelDiagnostic NotCSharp = new("MODEL0013", Error, "The project is not a C# project");

    /// <summary>The engine ended without saying so.</summary>
    public static readonly ModelDiagnostic EngineEndedUnexpectedly = new("MODEL2900", Error, "The engine ended unexpectedly");

    /// <summary>The engine could not be started.</summary>
    public static readonly ModelDiagnostic EngineNotStartable = new("MODEL2901", Error, "The engine could not be started");

    internal static IReadOnlyList<ModelDiagnostic> All { get; } =
    [
        InvalidPropertyValue, MissingProperty, NotAvailableYet, NoTrainingData, CannotWriteOutput, TrainingForbidden,
        OtherSdkVersion, AbsoluteDataPath, FrameworkDependentModel, NotCSharp, EngineEndedUnexpectedly, EngineNotStartable,
    ];
}

namespace ModelSdk.Contracts.Diagnostics;

/// <summary>Diagnostics of training, MODEL2xxx.</summary>
public static class TrainingDiagnostics
{
    /// <summary>A feature has no value in any training row.</summary>
    public static readonly ModelDiagnostic FeatureAllMissing = new("MODEL2001", DiagnosticSeverity.Error, "A feature has no value in any training row");

    /// <summary>A feature's values are infinite, or so large that their mean or spread is.</summary>
    public static readonly ModelDiagnostic FeatureNotFinite = new("MODEL2002", DiagnosticSeverity.Error, "A feature's values are too large");

    /// <summary>Columns of the design are linear combinations of others.</summary>
    public static readonly ModelDiagnostic DependentColumns = new("MODEL2003", DiagnosticSeverity.Warning, "Columns can be computed from others");

    /// <summary>A row's weight is missing, negative or infinite, or all are 0.</summary>
    public static readonly ModelDiagnostic UnusableWeights = new("MODEL2004", DiagnosticSeverity.Error, "Unusable weights");

    /// <summary>A class of the contract has no training row.</summary>
    public static readonly ModelDiagnostic ClassWithoutRows = new("MODEL2005", DiagnosticSeverity.Error, "A class has no training row");

    /// <summary>There is no row to train on.</summary>
    public static readonly ModelDiagnostic NoTrainingRows = new("MODEL2006", DiagnosticSeverity.Error, "No row to train on");

    /// <summary>The optimiser stopped before it met its tolerance.</summary>
    public static readonly ModelDiagnostic NotConverged = new("MODEL2007", DiagnosticSeverity.Warning, "The training did not converge");

    /// <summary>A parameter of the model came out infinite or not a number.</summary>
    public static readonly ModelDiagnostic ModelNotFinite = new("MODEL2008", DiagnosticSeverity.Error, "The model's parameters are not finite");

    /// <summary>A row's label is missing, infinite or not a class of the contract.</summary>
    public static readonly ModelDiagnostic UnusableLabel = new("MODEL2009", DiagnosticSeverity.Error, "A row's label cannot be used");

    /// <summary><c>ModelTrainer</c> names no trainer.</summary>
    public static readonly ModelDiagnostic UnknownTrainer = new("MODEL2010", DiagnosticSeverity.Error, "Unknown trainer");

    /// <summary>The trainer cannot fit the task.</summary>
    public static readonly ModelDiagnostic TaskNotSupported = new("MODEL2011", DiagnosticSeverity.Error, "The trainer does not fit this task");

    /// <summary>The trainer has no hyperparameter of that name.</summary>
    public static readonly ModelDiagnostic UnknownHyperparameter = new("MODEL2012", DiagnosticSeverity.Error, "Unknown hyperparameter");

    /// <summary>A hyperparameter's value cannot be read or is out of its range.</summary>
    public static readonly ModelDiagnostic InvalidHyperparameter = new("MODEL2013", DiagnosticSeverity.Error, "Invalid value of a hyperparameter");

    /// <summary>A hyperparameter is set twice.</summary>
    public static readonly ModelDiagnostic RepeatedHyperparameter = new("MODEL2014", DiagnosticSeverity.Error, "A hyperparameter is set twice");

    /// <summary>The trainer cannot continue from an earlier model.</summary>
    public static readonly ModelDiagnostic NoWarmStart = new("MODEL2015", DiagnosticSeverity.Warning, "The trainer cannot continue from a version");

    /// <summary>The version to continue from does not fit.</summary>
    public static readonly ModelDiagnostic WarmStartDoesNotFit = new("MODEL2016", DiagnosticSeverity.Error, "The version to continue from does not fit");

    /// <summary>The design has more columns than a solver that needs all their products can hold.</summary>
    public static readonly ModelDiagnostic TooManyColumns = new("MODEL2020", DiagnosticSeverity.Error, "Too many columns for this trainer");

    /// <summary>A label is negative, or all are 0, where a Poisson regression needs counts.</summary>
    public static readonly ModelDiagnostic LabelsNotCounts = new("MODEL2021", DiagnosticSeverity.Error, "The labels do not suit a Poisson regression");

    /// <summary>A hyperplane separates the classes, so that coefficients without a penalty grow without end.</summary>
    public static readonly ModelDiagnostic SeparableClasses = new("MODEL2022", DiagnosticSeverity.Warning, "The classes are separable and nothing holds the coefficients");

    internal static IReadOnlyList<ModelDiagnostic> All { get; } =
    [
        FeatureAllMissing, FeatureNotFinite, DependentColumns, UnusableWeights, ClassWithoutRows, NoTrainingRows, NotConverged, ModelNotFinite,
        UnusableLabel, UnknownTrainer, TaskNotSupported, UnknownHyperparameter, InvalidHyperparameter, RepeatedHyperparameter, NoWarmStart,
        WarmStartDoesNotFit, TooManyColumns, LabelsNotCounts, SeparableClasses,
    ];
}

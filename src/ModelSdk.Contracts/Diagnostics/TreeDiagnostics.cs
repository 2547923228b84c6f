namespace ModelSdk.Contracts.Diagnostics;

/// <summary>Diagnostics of the tree trainers, MODEL205x.</summary>
public static class TreeDiagnostics
{
    /// <summary>The hyperparameter <c>Objective</c> does not fit the task.</summary>
    public static readonly ModelDiagnostic ObjectiveNotForTask = new("MODEL2050", DiagnosticSeverity.Error, "The objective does not fit the task");

    /// <summary>A label lies outside what the objective can predict.</summary>
    public static readonly ModelDiagnostic LabelOutsideObjective = new("MODEL2051", DiagnosticSeverity.Error, "A label lies outside the objective's domain");

    /// <summary>The earlier model of a warm start has other features, outputs or another trainer.</summary>
    public static readonly ModelDiagnostic CannotContinue = new("MODEL2052", DiagnosticSeverity.Error, "The earlier model cannot be continued");

    /// <summary>Early stopping has no rows to validate on.</summary>
    public static readonly ModelDiagnostic NoValidationRows = new("MODEL2053", DiagnosticSeverity.Warning, "Early stopping has no validation rows");

    /// <summary>No tree found a split.</summary>
    public static readonly ModelDiagnostic NoSplit = new("MODEL2054", DiagnosticSeverity.Warning, "No feature splits the training rows");

    internal static IReadOnlyList<ModelDiagnostic> All { get; } = [ObjectiveNotForTask, LabelOutsideObjective, CannotContinue, NoValidationRows, NoSplit];
}

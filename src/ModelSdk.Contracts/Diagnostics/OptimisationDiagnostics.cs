namespace ModelSdk.Contracts.Diagnostics;

/// <summary>Diagnostics of optimisers, MODEL204x.</summary>
public static class OptimisationDiagnostics
{
    /// <summary>A hyperparameter is set that the chosen optimiser does not read.</summary>
    public static readonly ModelDiagnostic HyperparameterWithoutEffect = new("MODEL2040", DiagnosticSeverity.Error, "A hyperparameter has no effect");

    /// <summary>The objective is not finite, or grows instead of falling.</summary>
    public static readonly ModelDiagnostic Diverged = new("MODEL2041", DiagnosticSeverity.Error, "The training diverges");

    /// <summary>Early stopping was asked for, but no rows could be kept aside.</summary>
    public static readonly ModelDiagnostic NoValidationRows = new("MODEL2042", DiagnosticSeverity.Warning, "No rows for early stopping");

    /// <summary>The earlier model has another form, so that the training begins anew.</summary>
    public static readonly ModelDiagnostic CannotContinue = new("MODEL2043", DiagnosticSeverity.Warning, "The earlier model cannot be continued");

    internal static IReadOnlyList<ModelDiagnostic> All { get; } = [HyperparameterWithoutEffect, Diverged, NoValidationRows, CannotContinue];
}

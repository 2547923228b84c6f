using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;
using static ModelSdk.Engine.Training.Optimisation.OptimiserHyperparameters;

namespace ModelSdk.Engine.Training.Optimisation;

/// <summary>Refuses hyperparameters that would be without effect. What has its default value counts as not set.</summary>
internal static class OptimiserHyperparameterCheck
{
    /// <summary>Checks all hyperparameters of optimisers.</summary>
    /// <param name="optimiser">The optimiser.</param>
    /// <param name="values">The values.</param>
    /// <param name="defaults">The trainer's defaults.</param>
    /// <exception cref="ModelBuildException">One is set that has no effect (MODEL2040).</exception>
    public static void Run(string optimiser, HyperparameterValues values, OptimiserDefaults defaults)
    {
        foreach (OptimiserHyperparameter item in OptimiserHyperparameterTable.All(defaults))
        {
            string name = item.Definition.Name;
            if (!values.Texts.TryGetValue(name, out string? value) || value == item.Definition.Default)
            {
                continue;
            }

            string? reason = item.Optimisers.Contains(optimiser, StringComparer.Ordinal)
                ? MissingCondition(name, optimiser, values)
                : $"the optimiser {optimiser} does not use it; it is for {Quote.List(item.Optimisers)}. Remove it, or choose another ModelOptimizer.";
            if (reason is not null)
            {
                throw new ModelBuildException(
                    OptimisationDiagnostics.HyperparameterWithoutEffect, $"The hyperparameter {name} is {Quote.Value(value)}, but {reason}", SourceLocation.None);
            }
        }
    }

    /// <summary>Says that early stopping has no rows to go by.</summary>
    /// <param name="asked">Whether the user asked for it; else it was on by itself, which needs no warning.</param>
    /// <param name="validation">How many rows were chosen.</param>
    /// <param name="rows">How many training rows there are.</param>
    /// <param name="fraction">The value of <see cref="ValidationFraction"/>.</param>
    /// <param name="log">Gets the warning.</param>
    public static void ReportNoValidationRows(bool asked, int validation, int rows, string fraction, IEngineLog log)
    {
        if (asked)
        {
            log.Report(
                OptimisationDiagnostics.NoValidationRows,
                $"{EarlyStopping} is on, but {ValidationFraction} {fraction} takes {validation} of {rows} training rows (equal rows stay together), so that either the fit or "
                + $"the validation has no row that counts; all rows are fitted and nothing stops early. Change {ValidationFraction}, or set {EarlyStopping} to false.",
                SourceLocation.None);
        }
    }

    private static string? MissingCondition(string name, string optimiser, HyperparameterValues values)
    {
        string schedule = values.Texts.GetValueOrDefault(Schedule, nameof(ScheduleKind.Constant));
        bool stops = values.Texts.GetValueOrDefault(EarlyStopping, "false") != "false";
        bool ofAllRows = optimiser is Optimisers.Lbfgs or Optimisers.GradientDescent;
        return name switch
        {
            SchedulePower when schedule != nameof(ScheduleKind.InverseScaling) => Only(Schedule, "InverseScaling", schedule),
            ScheduleDecay when schedule is not (nameof(ScheduleKind.Step) or nameof(ScheduleKind.Exponential)) => Only(Schedule, "Step or Exponential", schedule),
            ScheduleEpochs when schedule != nameof(ScheduleKind.Step) => Only(Schedule, "Step", schedule),
            Nesterov when values.Number(Momentum) == 0 => $"{Momentum} is 0; set {Momentum}, 0.9 for example, or remove {Nesterov}.",
            ValidationFraction when !stops => Only(EarlyStopping, "true or Auto", "false"),
            Patience or MinImprovement when ofAllRows && !stops => Only(EarlyStopping, "true or Auto", "false") + $" {optimiser} stops by {Tolerance}.",
            _ => null,
        };
    }

    private static string Only(string other, string needed, string value) => $"that needs {other} {needed}; it is {value}. Change one of the two.";
}

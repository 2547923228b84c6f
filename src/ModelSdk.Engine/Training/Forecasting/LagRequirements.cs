using System.Globalization;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training.Linear;

namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>What a regression on lags needs of its series and its other hyperparameters.</summary>
internal static class LagRequirements
{
    private const string True = "true";
    private static readonly string[] Forms = ["Logarithm", "Difference"];

    /// <summary>Checks that a trainer can learn the series in the form that is asked for.</summary>
    /// <param name="trainer">The trainer of regressions.</param>
    /// <param name="problem">The series.</param>
    /// <param name="values">The hyperparameters of <see cref="LagRegression"/>.</param>
    /// <param name="regressors">Every trainer that could take its place.</param>
    /// <exception cref="ModelBuildException">It cannot.</exception>
    public static void Check(ITrainer trainer, ForecastProblem problem, HyperparameterValues values, IEnumerable<ITrainer> regressors)
    {
        if (trainer is PoissonRegression)
        {
            CheckCounts(trainer, problem, values, regressors);
        }
        else if (values.Text("Logarithm") == True && First(problem, value => !(value > 0)) is { } found)
        {
            throw new ModelBuildException(
                ForecastDiagnostics.NotPositive,
                $"Logarithm is true, but {found.Series.Name} has a value that is 0 or less; set Logarithm to false or Auto.",
                SourceLocation.None);
        }
    }

    private static void CheckCounts(ITrainer trainer, ForecastProblem problem, HyperparameterValues values, IEnumerable<ITrainer> regressors)
    {
        if (Array.Find(Forms, name => values.Text(name) == True) is { } form)
        {
            throw new ModelBuildException(
                TrainingDiagnostics.InvalidHyperparameter,
                $"{form} is true, and Regressor is {trainer.Name}, which learns the values themselves from logarithms of earlier ones; set {form} to Auto, or another Regressor.",
                SourceLocation.None);
        }

        if (First(problem, value => value < 0) is { } found)
        {
            throw new ModelBuildException(
                TrainingDiagnostics.LabelsNotCounts,
                $"Regressor is {trainer.Name}, which needs values of 0 or more, but {found.Series.Name} has {Quote.Value(found.Value.ToString(CultureInfo.InvariantCulture))}; "
                + $"valid for it: {Quote.List([.. regressors.Where(other => other != trainer).Select(other => other.Name)])}.",
                SourceLocation.None);
        }
    }

    private static (TimeSeries Series, double Value)? First(ForecastProblem problem, Func<double, bool> condition)
    {
        foreach (TimeSeries series in problem.Series)
        {
            foreach (double value in series.Values.Where(condition))
            {
                return (series, value);
            }
        }

        return null;
    }
}

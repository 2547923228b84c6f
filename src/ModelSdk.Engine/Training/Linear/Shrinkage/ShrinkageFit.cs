using System.Globalization;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training.Linear.LeastSquares;

namespace ModelSdk.Engine.Training.Linear.Shrinkage;

/// <summary>Fits <c>Lasso</c> and <c>ElasticNet</c>.</summary>
internal static class ShrinkageFit
{
    /// <summary>Minimises Σ weight · (label − prediction)² / (2 Σ weight) + alpha · share · Σ |coefficient| + ½ · alpha · (1 − share) · Σ coefficient².</summary>
    /// <param name="trainer">The trainer's name.</param>
    /// <param name="data">What is fitted.</param>
    /// <param name="values">The hyperparameters.</param>
    /// <param name="share">The share of the absolute penalty, 0 to 1.</param>
    /// <param name="log">Gets warnings and progress.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static TrainedModel Run(
        string trainer, TrainingData data, HyperparameterValues values, double share, IEngineLog log, CancellationToken cancellation)
    {
        DesignWidth.Check(trainer, data.Design.Width);
        LeastSquaresProblem problem = new(data, values.Boolean(LinearHyperparameters.FitIntercept), 0);
        CentredMoments moments = CentredMoments.Of(problem, cancellation);
        double factor = moments.Coordinates.TargetFactor;
        double alpha = values.Number(LinearHyperparameters.Alpha) * moments.TotalWeight;
        CoordinateDescent descent = new(moments, alpha * share * factor, alpha * (1 - share));
        double[] start = [.. WarmStart.Parameters(data, 1, 0, log).Take(data.Design.Width).Select(value => value * factor)];
        double unit = 1 / (moments.TotalWeight * factor * factor);
        descent.Run(start, values.WholeNumber(LinearHyperparameters.MaxIterations), values.Number(LinearHyperparameters.Tolerance), unit, log, cancellation);
        ReportUnlessConverged(trainer, descent, values, log);
        double[] coefficients = [.. descent.Coefficients.Select(value => value / factor)];
        double intercept = problem.Intercept
            ? moments.Coordinates.TargetCentre + (moments.Intercept(descent.Coefficients) / factor)
            : LinearParameters.InterceptThroughOrigin(coefficients, data.Columns);
        return LinearParameters.Model("identity", coefficients, [intercept], descent.Convergence) with
        {
            Figures = new Dictionary<string, double> { ["Iterations"] = descent.Sweeps, ["NonZeroCoefficients"] = coefficients.Count(value => value != 0) },
        };
    }

    private static void ReportUnlessConverged(string trainer, CoordinateDescent descent, HyperparameterValues values, IEngineLog log)
    {
        if (!descent.Converged)
        {
            log.Report(
                TrainingDiagnostics.NotConverged,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{trainer} stopped after {descent.Sweeps} sweeps: the duality gap is {descent.Gap:G3} of the label's square, Tolerance is {values.Text(LinearHyperparameters.Tolerance)}. ")
                + $"Raise {LinearHyperparameters.MaxIterations} ({values.Text(LinearHyperparameters.MaxIterations)}) or {LinearHyperparameters.Alpha} ({values.Text(LinearHyperparameters.Alpha)}).",
                SourceLocation.None);
        }
    }
}

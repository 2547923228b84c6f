using System.Globalization;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training.Linear.Objectives;
using ModelSdk.Engine.Training.Optimisation;

namespace ModelSdk.Engine.Training.Linear;

/// <summary>Fits a linear model by one of the optimisers.</summary>
/// <param name="trainer">The trainer.</param>
/// <param name="data">What is fitted.</param>
/// <param name="values">The trainer's hyperparameters, those of its optimisers among them.</param>
/// <param name="log">Gets warnings and progress.</param>
/// <param name="cancellation">Stops the training.</param>
internal sealed class LinearDescent(ITrainer trainer, TrainingData data, HyperparameterValues values, IEngineLog log, CancellationToken cancellation)
{
    /// <summary>What all linear trainers take for optimisers unless set.</summary>
    public static OptimiserDefaults Defaults { get; } = new();

    /// <summary>The loss of a row.</summary>
    public required RowLoss Loss { get; init; }

    /// <summary>What turns margins into scores.</summary>
    public required string Link { get; init; }

    /// <summary>What <c>Auto</c> stands for.</summary>
    public string Automatic { get; init; } = Optimisers.Lbfgs;

    /// <summary>The weight of half the squared coefficients beside the mean loss.</summary>
    public double SquaredPenalty { get; init; }

    /// <summary>The weight of the absolute coefficients beside the mean loss; above 0 only for L-BFGS.</summary>
    public double AbsolutePenalty { get; init; }

    /// <summary>What the intercepts start from.</summary>
    public double StartIntercept { get; init; }

    /// <summary>In which unit the gradient is compared with the tolerance.</summary>
    public double GradientUnit { get; init; } = 1;

    /// <summary>What weakens the problem that a fit does not converge, for the message.</summary>
    public required string Remedy { get; init; }

    /// <summary>Fits.</summary>
    /// <returns>The model, and the parameters as the objective lays them out.</returns>
    public (TrainedModel Model, MinimumResult Result) Run()
    {
        string optimiser = Optimisers.Choose(data.Optimizer, this.Automatic);
        OptimiserSettings settings = OptimiserHyperparameters.Settings(optimiser, values, Defaults, data, log);
        settings = settings with { Tolerance = settings.Tolerance * this.GradientUnit };
        LinearObjective objective = new(data, this.Loss, this.SquaredPenalty, values.Boolean(LinearHyperparameters.FitIntercept), cancellation);
        double[] start = WarmStart.Parameters(data, this.Loss.Outputs, this.StartIntercept, log);
        int coefficients = this.Loss.Outputs * data.Design.Width;
        MinimumResult result = this.AbsolutePenalty > 0
            ? new OrthantWiseDescent(objective, this.AbsolutePenalty, coefficients, settings, log).Minimise(start)
            : Optimisers.Minimise(optimiser, objective, settings, start, log, cancellation);
        this.ReportUnlessConverged(optimiser, result);
        double[] parameters = [.. result.Parameters];
        objective.TieIntercepts(parameters);
        TrainedModel model = LinearParameters.Model(this.Link, parameters[..coefficients], parameters[coefficients..], result.Convergence) with
        {
            ValidationConvergence = result.ValidationConvergence,
            Figures = result.Figures,
        };
        return (model, result with { Parameters = parameters });
    }

    private void ReportUnlessConverged(string optimiser, MinimumResult result)
    {
        if (result.Converged)
        {
            return;
        }

        bool isDescent = optimiser is Optimisers.Lbfgs or Optimisers.GradientDescent;
        string limit = isDescent ? LinearHyperparameters.MaxIterations : OptimiserHyperparameters.Epochs;
        string state = isDescent
            ? string.Create(CultureInfo.InvariantCulture, $"the gradient is {result.Gradient / this.GradientUnit:G3}, {LinearHyperparameters.Tolerance} is {values.Text(LinearHyperparameters.Tolerance)}")
            : "the objective still fell";
        log.Report(
            TrainingDiagnostics.NotConverged,
            string.Create(CultureInfo.InvariantCulture, $"{trainer.Name} stopped after {result.Iterations} {(isDescent ? "iterations" : "epochs")}: {state}. ")
            + (result.Iterations >= values.WholeNumber(limit)
                ? $"Raise {limit} ({values.Text(limit)}){this.Remedy}."
                : $"Rounding allows no further progress; raise {LinearHyperparameters.Tolerance}{this.Remedy}."),
            SourceLocation.None);
    }
}

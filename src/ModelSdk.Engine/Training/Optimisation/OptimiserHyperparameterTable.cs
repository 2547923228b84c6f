using static ModelSdk.Engine.Training.Optimisation.OptimiserHyperparameters;
using static ModelSdk.Engine.Training.Optimisation.Optimisers;

namespace ModelSdk.Engine.Training.Optimisation;

/// <summary>Every hyperparameter of an optimiser, with its range and the optimisers that read it.</summary>
internal static class OptimiserHyperparameterTable
{
    private const double BelowOne = 0.9999999;

    private static readonly string[] WithRate = [Optimisers.GradientDescent, StochasticGradientDescent, Adam];
    private static readonly string[] WithMomentum = [Optimisers.GradientDescent, StochasticGradientDescent];
    private static readonly string[] OfBatches = [StochasticGradientDescent, Adam];
    private static readonly string[] OfAllRows = [Lbfgs, Optimisers.GradientDescent];

    /// <summary>All of them, in the order in which messages list them.</summary>
    /// <param name="defaults">The trainer's defaults.</param>
    public static IReadOnlyList<OptimiserHyperparameter> All(OptimiserDefaults defaults) =>
        [.. Limits(defaults), .. Rates(), .. Batches(defaults), .. Rules(defaults), .. Stopping(defaults)];

    private static OptimiserHyperparameter[] Limits(OptimiserDefaults defaults) =>
    [
        new(Whole(MaxIterations, defaults.MaxIterations, "After how many iterations the optimiser stops, converged or not.", 1), OfAllRows),
        new(Number(Tolerance, "0.000001", "The optimiser has converged when no component of the mean loss's gradient is larger.", 0), OfAllRows),
    ];

    private static OptimiserHyperparameter[] Rates() =>
    [
        new(Number(LearningRate, "0", "How far a step goes along the gradient; 0 takes the optimiser's own.", 0), WithRate),
        new(
            new HyperparameterDefinition(Schedule, HyperparameterKind.Choice, nameof(ScheduleKind.Constant), "How the learning rate falls.")
            {
                Choices = Enum.GetNames<ScheduleKind>(),
            },
            WithRate),
        new(Number(SchedulePower, "0.5", "InverseScaling: the rate is divided by the number of the step to this power.", 0, 4), WithRate),
        new(Number(ScheduleDecay, "0.5", "Step and Exponential: what the rate is multiplied with.", 1e-6, 1), WithRate),
        new(Whole(ScheduleEpochs, "10", "Step: after how many epochs each multiplication comes.", 1), WithRate),
    ];

    private static OptimiserHyperparameter[] Batches(OptimiserDefaults defaults) =>
    [
        new(Whole(BatchSize, "0", "How many rows a step sees; 0 takes a 32nd of the rows, at least 16 and at most 256.", 0), OfBatches),
        new(Whole(Epochs, defaults.Epochs, "How many times the optimiser goes through the rows at most.", 1), OfBatches),
    ];

    private static OptimiserHyperparameter[] Rules(OptimiserDefaults defaults) =>
    [
        new(Number(Momentum, defaults.Momentum, "How much of the last step the next one keeps.", 0, BelowOne), WithMomentum),
        new(Flag(Nesterov, "Whether the momentum looks one step ahead."), WithMomentum),
        new(Flag(AverageIterates, "Whether the mean of the parameters over the steps after the first epoch is the result."), StochasticGradientDescent),
        new(Number(Beta1, "0.9", "How slowly Adam forgets gradients.", 0, BelowOne), Adam),
        new(Number(Beta2, "0.999", "How slowly Adam forgets squared gradients.", 0, BelowOne), Adam),
        new(Number(Epsilon, "1e-8", "What Adam adds to the root of the mean squared gradient.", 1e-16, 1), Adam),
    ];

    private static OptimiserHyperparameter[] Stopping(OptimiserDefaults defaults) =>
    [
        new(
            new HyperparameterDefinition(
                EarlyStopping, HyperparameterKind.Choice, defaults.EarlyStopping, "Whether some training rows are kept aside to decide when to stop; Auto: from 1000 rows on.")
            {
                Choices = ["Auto", "true", "false"],
            },
            [.. Optimisers.All]),
        new(Number(ValidationFraction, "0.1", "Early stopping: the share of the training rows that is kept aside.", 0.001, 0.9), [.. Optimisers.All]),
        new(Whole(Patience, "10", "After how many epochs or iterations without improvement the optimiser stops.", 1), [.. Optimisers.All]),
        new(Number(MinImprovement, "0.0001", "What counts as an improvement, as a share of the objective at the start.", 0, 1), [.. Optimisers.All]),
    ];

    private static HyperparameterDefinition Number(string name, string value, string meaning, double minimum, double? maximum = null) =>
        new(name, HyperparameterKind.Number, value, meaning) { Minimum = minimum, Maximum = maximum };

    private static HyperparameterDefinition Whole(string name, string value, string meaning, int minimum) =>
        new(name, HyperparameterKind.WholeNumber, value, meaning) { Minimum = minimum, Maximum = int.MaxValue };

    private static HyperparameterDefinition Flag(string name, string meaning) => new(name, HyperparameterKind.Boolean, "false", meaning);
}

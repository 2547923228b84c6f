using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>The objectives by name.</summary>
internal static class BoostingObjectives
{
    private const double HuberShare = 0.9;

    /// <summary>Makes the objective.</summary>
    /// <param name="data">Task, classes and labels.</param>
    /// <param name="values">The hyperparameters.</param>
    /// <param name="rows">The rows.</param>
    /// <exception cref="ModelBuildException">The objective does not fit the task, or a label is outside its domain.</exception>
    public static BoostingObjective Create(TrainingData data, HyperparameterValues values, BoostingRows rows) =>
        TreeObjectives.Choose(values.Text(TreeHyperparameters.Objective), data) switch
        {
            TreeObjectives.Squared => Scalar(new SquaredLoss(), rows),
            TreeObjectives.Absolute => Scalar(new QuantileLoss(0.5), rows),
            TreeObjectives.Quantile => Scalar(new QuantileLoss(values.Number(TreeHyperparameters.Quantile)), rows),
            TreeObjectives.Huber => Scalar(new HuberLoss(Delta(values.Number(TreeHyperparameters.HuberDelta), rows)), rows),
            TreeObjectives.Poisson => Scalar(new PoissonLoss(), rows),
            TreeObjectives.Logistic => Scalar(new LogisticLoss(), rows),
            _ => new SoftmaxObjective(data.ClassCount, rows.Labels, rows.Weights),
        };

    private static ScalarObjective<TLoss> Scalar<TLoss>(TLoss loss, BoostingRows rows)
        where TLoss : struct, IScalarLoss => new(loss, rows.Labels, rows.Weights);

    private static double Delta(double chosen, BoostingRows rows)
    {
        if (chosen > 0)
        {
            return chosen;
        }

        double[] labels = rows.Labels[..rows.Fitted];
        double median = WeightedQuantile.Of(labels, rows.Weights, 0.5);
        double[] distances = [.. labels.Select(label => Math.Abs(label - median))];
        double delta = WeightedQuantile.Of(distances, rows.Weights, HuberShare);
        return delta > 0 ? delta : 1;
    }
}

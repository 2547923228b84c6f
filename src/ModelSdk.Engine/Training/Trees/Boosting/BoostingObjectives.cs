using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>The objectives by name.</summary>
internal static class BoostingObjectives
{
    /// <summary>The task decides.</summary>
    public const string Auto = "Auto";

    private const string Squared = "Squared";
    private const string Absolute = "Absolute";
    private const string Huber = "Huber";
    private const string Poisson = "Poisson";
    private const string Quantile = "Quantile";
    private const string Logistic = "Logistic";
    private const string Softmax = "Softmax";
    private const double HuberShare = 0.9;

    /// <summary>All names.</summary>
    public static IReadOnlyList<string> Names { get; } = [Auto, Squared, Absolute, Huber, Poisson, Quantile, Logistic, Softmax];

    /// <summary>Makes the objective.</summary>
    /// <param name="task">What is predicted.</param>
    /// <param name="classes">For classification: the number of classes.</param>
    /// <param name="values">The hyperparameters.</param>
    /// <param name="rows">The rows.</param>
    /// <exception cref="ModelBuildException">The objective does not fit the task, or a label is outside its domain.</exception>
    public static BoostingObjective Create(ModelTask task, int classes, HyperparameterValues values, BoostingRows rows)
    {
        string[] valid = task switch
        {
            ModelTask.Regression => [Squared, Absolute, Huber, Poisson, Quantile],
            ModelTask.BinaryClassification => [Logistic],
            _ => [Softmax],
        };
        string name = values.Text(GradientBoosting.Objective) is var chosen && chosen == Auto ? valid[0] : chosen;
        if (!valid.Contains(name))
        {
            throw new ModelBuildException(
                TreeDiagnostics.ObjectiveNotForTask,
                $"The hyperparameter Objective is {Quote.Value(name)}, which does not fit {task}; valid for this task: {Quote.List([Auto, .. valid])}.",
                SourceLocation.None);
        }

        return Create(name, classes, values, rows);
    }

    private static BoostingObjective Create(string name, int classes, HyperparameterValues values, BoostingRows rows) => name switch
    {
        Squared => Scalar(new SquaredLoss(), rows),
        Absolute => Scalar(new QuantileLoss(0.5), rows),
        Quantile => Scalar(new QuantileLoss(values.Number(GradientBoosting.Quantile)), rows),
        Huber => Scalar(new HuberLoss(Delta(values.Number(GradientBoosting.HuberDelta), rows)), rows),
        Poisson => Scalar(new PoissonLoss(), Counts(rows)),
        Logistic => Scalar(new LogisticLoss(), rows),
        _ => new SoftmaxObjective(classes, rows.Labels, rows.Weights),
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

    private static BoostingRows Counts(BoostingRows rows)
    {
        int negative = rows.Labels.Count(label => label < 0);
        return negative == 0 ? rows : throw new ModelBuildException(
            TreeDiagnostics.LabelOutsideObjective,
            $"The objective Poisson predicts a mean of counts, but the label is negative in {negative} of {rows.Labels.Length} training rows; "
            + "correct these rows or set the hyperparameter Objective to Squared, Absolute, Huber or Quantile.",
            SourceLocation.None);
    }
}

using System.Globalization;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training;

namespace ModelSdk.LightGbm;

/// <summary>The objectives by name.</summary>
internal static class Objectives
{
    // Beyond it LightGBM silently puts this number in the place of the label.
    private const double LargestLabel = 1e38;

    /// <summary>The task decides.</summary>
    public const string Auto = "Auto";

    private static readonly Objective Poisson = new("Poisson", "poisson", "poisson");
    private static readonly Objective Logistic = new("Logistic", "binary", "binary_logloss");
    private static readonly Objective Softmax = new("Softmax", "multiclass", "multi_logloss");

    private static readonly Objective[] Regression =
    [
        new("Squared", "regression", "l2"),
        new("Absolute", "regression_l1", "l1"),
        new("Huber", "huber", "huber") { Alpha = LightGbmHyperparameters.HuberDelta },
        Poisson,
        new("Quantile", "quantile", "quantile") { Alpha = LightGbmHyperparameters.Quantile },
    ];

    /// <summary>All names.</summary>
    public static IReadOnlyList<string> Names { get; } = [Auto, .. Regression.Select(objective => objective.Name), Logistic.Name, Softmax.Name];

    /// <summary>Finds the objective and checks that it can be used.</summary>
    /// <param name="data">Task and labels.</param>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="ModelBuildException">The objective does not fit the task, or a label is outside its domain.</exception>
    public static Objective Find(TrainingData data, string name)
    {
        Objective[] valid = data.Task switch
        {
            ModelTask.Regression => Regression,
            ModelTask.BinaryClassification => [Logistic],
            _ => [Softmax],
        };
        Objective objective = name == Auto ? valid[0] : valid.FirstOrDefault(objective => objective.Name == name) ?? throw new ModelBuildException(
            TreeDiagnostics.ObjectiveNotForTask,
            $"The hyperparameter Objective is {Quote.Value(name)}, which does not fit {data.Task}; valid for this task: {Quote.List([Auto, .. valid.Select(other => other.Name)])}.",
            SourceLocation.None);
        Check(objective, data.Target);
        return objective;
    }

    private static void Check(Objective objective, double[] labels)
    {
        int negative = objective == Poisson ? labels.Count(label => label < 0) : 0;
        if (negative > 0)
        {
            throw new ModelBuildException(
                TreeDiagnostics.LabelOutsideObjective,
                $"The objective Poisson predicts a mean of counts, but the label is negative in {negative} of {labels.Length} training rows; "
                + "correct these rows or set the hyperparameter Objective to Squared, Absolute, Huber or Quantile.",
                SourceLocation.None);
        }

        double largest = labels.Max(Math.Abs);
        if (largest > LargestLabel)
        {
            throw new ModelBuildException(
                TreeDiagnostics.LabelOutsideObjective,
                string.Create(CultureInfo.InvariantCulture, $"LightGBM keeps labels as 32-bit floats up to {LargestLabel}; a label is {largest:R} from 0. Rescale the label, or use another trainer."),
                SourceLocation.None);
        }
    }
}

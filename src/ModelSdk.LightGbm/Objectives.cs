using System.Globalization;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training;

namespace ModelSdk.LightGbm;

/// <summary>The objectives by name.</summary>
internal static class Objectives
{
    // Beyond it LightGBM silently puts this number in the place of the label.
    private const double LargestLabel = 1e38;

    private static readonly Objective[] All =
    [
        new(TreeObjectives.Squared, "regression", "l2"),
        new(TreeObjectives.Absolute, "regression_l1", "l1"),
        new(TreeObjectives.Huber, "huber", "huber") { Alpha = TreeHyperparameters.HuberDelta },
        new(TreeObjectives.Poisson, "poisson", "poisson"),
        new(TreeObjectives.Quantile, "quantile", "quantile") { Alpha = TreeHyperparameters.Quantile },
        new(TreeObjectives.Logistic, "binary", "binary_logloss"),
        new(TreeObjectives.Softmax, "multiclass", "multi_logloss"),
    ];

    /// <summary>Finds the objective and checks that it can be used.</summary>
    /// <param name="data">Task and labels.</param>
    /// <param name="name">One of <see cref="TreeObjectives.All"/>.</param>
    /// <exception cref="ModelBuildException">The objective does not fit the task, or a label is outside its domain.</exception>
    public static Objective Find(TrainingData data, string name)
    {
        string chosen = TreeObjectives.Choose(name, data);
        Check(data.Target);
        return All.Single(objective => objective.Name == chosen);
    }

    private static void Check(double[] labels)
    {
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

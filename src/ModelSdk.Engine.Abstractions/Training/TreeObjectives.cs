using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Training;

/// <summary>What gradient boosted trees can minimise, by the names that projects use.</summary>
public static class TreeObjectives
{
    /// <summary>The task decides: the first of <see cref="For"/>.</summary>
    public const string Auto = "Auto";

    /// <summary>Half the squared error.</summary>
    public const string Squared = "Squared";

    /// <summary>The absolute error.</summary>
    public const string Absolute = "Absolute";

    /// <summary>Squared for small errors, absolute for large ones.</summary>
    public const string Huber = "Huber";

    /// <summary>The negative logarithm of a count's Poisson probability.</summary>
    public const string Poisson = "Poisson";

    /// <summary>The pinball loss of a quantile.</summary>
    public const string Quantile = "Quantile";

    /// <summary>The negative logarithm of the probability of one of two classes.</summary>
    public const string Logistic = "Logistic";

    /// <summary>The negative logarithm of the probability of one of many classes.</summary>
    public const string Softmax = "Softmax";

    /// <summary>All names, in the order in which messages list them.</summary>
    public static IReadOnlyList<string> All { get; } = [Auto, Squared, Absolute, Huber, Poisson, Quantile, Logistic, Softmax];

    /// <summary>The objectives that fit a task, the usual one first.</summary>
    /// <param name="task">What is to be predicted: a number or classes.</param>
    public static IReadOnlyList<string> For(ModelTask task) => task switch
    {
        ModelTask.Regression => [Squared, Absolute, Huber, Poisson, Quantile],
        ModelTask.BinaryClassification => [Logistic],
        _ => [Softmax],
    };

    /// <summary>The objective that a project means.</summary>
    /// <param name="name">One of <see cref="All"/>.</param>
    /// <param name="data">Task and labels.</param>
    /// <returns>The name, never <see cref="Auto"/>.</returns>
    /// <exception cref="ModelBuildException">The objective does not fit the task, or a label is outside its domain.</exception>
    public static string Choose(string name, TrainingData data)
    {
        IReadOnlyList<string> valid = For(data.Task);
        string chosen = name == Auto ? valid[0] : name;
        if (!valid.Contains(chosen))
        {
            throw new ModelBuildException(
                TreeDiagnostics.ObjectiveNotForTask,
                $"The hyperparameter {TreeHyperparameters.Objective} is {Quote.Value(name)}, which does not fit {data.Task}; valid for this task: {Quote.List([Auto, .. valid])}.",
                SourceLocation.None);
        }

        RequireCounts(chosen, data.Target);
        return chosen;
    }

    private static void RequireCounts(string objective, double[] labels)
    {
        int negative = objective == Poisson ? labels.Count(label => label < 0) : 0;
        if (negative > 0)
        {
            throw new ModelBuildException(
                TreeDiagnostics.LabelOutsideObjective,
                $"The objective {Poisson} predicts a mean of counts, but the label is negative in {negative} of {labels.Length} training rows; "
                + $"correct these rows or set the hyperparameter {TreeHyperparameters.Objective} to {Squared}, {Absolute}, {Huber} or {Quantile}.",
                SourceLocation.None);
        }
    }
}

using ModelSdk.Contracts.Schema;

namespace ModelSdk.Engine.Training;

/// <summary>
/// Weights that make up for classes of unequal size, the same for all trainers. Balanced, a row's weight w becomes w · Σ w / (classes · Σ w of its
/// class): every class has the same total weight, and the total of all rows stays what it was (King and Zeng, "Logistic regression in rare events
/// data", Political Analysis 9, 2001, §4). Without weights this is n / (classes · rows of the class), scikit-learn's <c>compute_class_weight</c>.
/// </summary>
public static class ClassWeights
{
    /// <summary>The hyperparameter's name.</summary>
    public const string Name = "ClassWeight";

    /// <summary>Rows count by their own weight alone.</summary>
    public const string None = "None";

    /// <summary>Every class has the same total weight.</summary>
    public const string Balanced = "Balanced";

    /// <summary>The hyperparameter that chooses between <see cref="None"/> and <see cref="Balanced"/>.</summary>
    public static HyperparameterDefinition Definition { get; } =
        new(Name, HyperparameterKind.Choice, None, "Balanced gives every class the same total weight.") { Choices = [None, Balanced] };

    /// <summary>The rows' weights, balanced where the hyperparameter says so.</summary>
    /// <param name="data">Target and weights.</param>
    /// <param name="choice"><see cref="None"/> or <see cref="Balanced"/>.</param>
    /// <returns>A weight for each row; null where all are 1.</returns>
    public static double[]? Of(TrainingData data, string choice) => choice == Balanced ? Balance(data) : data.Weights;

    /// <summary>The rows' weights, balanced; the rows' own where nothing is to be classified. A class without weight stays without.</summary>
    /// <param name="data">Target and weights.</param>
    /// <returns>A weight for each row; null where all are 1.</returns>
    public static double[]? Balance(TrainingData data)
    {
        if (data.Task is not (ModelTask.BinaryClassification or ModelTask.MulticlassClassification))
        {
            return data.Weights;
        }

        double[] sums = new double[Math.Max(2, data.ClassCount)];
        for (int row = 0; row < data.Target.Length; row++)
        {
            sums[(int)data.Target[row]] += data.Weight(row);
        }

        double total = sums.Sum();
        double[] factors = [.. sums.Select(sum => sum > 0 ? total / (sums.Length * sum) : 1)];
        return [.. data.Target.Select((label, row) => data.Weight(row) * factors[(int)label])];
    }
}

namespace ModelSdk.Engine.Training.Trees;

/// <summary>Weights that make up for classes of unequal size.</summary>
internal static class ClassWeights
{
    /// <summary>Rows count by their own weight alone.</summary>
    public const string None = "None";

    /// <summary>Every class has the same total weight.</summary>
    public const string Balanced = "Balanced";

    /// <summary>The valid words.</summary>
    public static IReadOnlyList<string> Choices { get; } = [None, Balanced];

    /// <summary>The rows' weights, times rows / (classes · rows of the class) where they are balanced.</summary>
    /// <param name="data">Target and weights.</param>
    /// <param name="choice">One of <see cref="Choices"/>.</param>
    /// <returns>A weight for each row; null where all are 1.</returns>
    public static double[]? Of(TrainingData data, string choice)
    {
        if (choice != Balanced || data.ClassCount < 2)
        {
            return data.Weights;
        }

        double[] counts = new double[data.ClassCount];
        foreach (double label in data.Target)
        {
            counts[(int)label]++;
        }

        return [.. data.Target.Select((label, row) => data.Weight(row) * (data.Target.Length / (data.ClassCount * counts[(int)label])))];
    }
}

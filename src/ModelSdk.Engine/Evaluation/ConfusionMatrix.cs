namespace ModelSdk.Engine.Evaluation;

/// <summary>How many rows of each class were predicted as each class; weighted where rows have weights.</summary>
/// <param name="Classes">The names of the classes, in the contract's order.</param>
/// <param name="Counts">One row for each true class, in it one number for each predicted class.</param>
public sealed record ConfusionMatrix(IReadOnlyList<string> Classes, IReadOnlyList<IReadOnlyList<double>> Counts)
{
    /// <summary>Counts.</summary>
    /// <param name="classes">The names of the classes.</param>
    /// <param name="truth">The index of each row's class.</param>
    /// <param name="predicted">The index of the class predicted for each row.</param>
    /// <param name="weights">The weight of each row.</param>
    internal static ConfusionMatrix Count(IReadOnlyList<string> classes, double[] truth, int[] predicted, double[] weights)
    {
        NeumaierSum[,] sums = new NeumaierSum[classes.Count, classes.Count];
        for (int row = 0; row < truth.Length; row++)
        {
            sums[(int)truth[row], predicted[row]].Add(weights[row]);
        }

        IEnumerable<int> indices = Enumerable.Range(0, classes.Count);
        return new(classes, [.. indices.Select(actual => (double[])[.. indices.Select(guess => sums[actual, guess].Value)])]);
    }

    /// <summary>The rows whose class was predicted.</summary>
    /// <param name="index">A class.</param>
    internal double Correct(int index) => this.Counts[index][index];

    /// <summary>The rows of a class.</summary>
    /// <param name="index">A class.</param>
    internal double Actual(int index) => NeumaierSum.Of([.. this.Counts[index]]);

    /// <summary>The rows predicted as a class.</summary>
    /// <param name="index">A class.</param>
    internal double Predicted(int index) => NeumaierSum.Of([.. this.Counts.Select(row => row[index])]);

    /// <summary>All rows.</summary>
    internal double Total() => NeumaierSum.Of([.. this.Counts.SelectMany(row => row)]);
}

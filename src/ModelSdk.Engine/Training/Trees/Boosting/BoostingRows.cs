namespace ModelSdk.Engine.Training.Trees;

/// <summary>The rows in the order in which boosting works on them: the fitted ones first, then those that validate.</summary>
internal sealed class BoostingRows
{
    /// <summary>Orders the rows.</summary>
    /// <param name="data">The training data.</param>
    /// <param name="classWeight"><see cref="ClassWeights.None"/> or <see cref="ClassWeights.Balanced"/>.</param>
    /// <param name="validationFraction">The share of rows that validate; 0 for none.</param>
    public BoostingRows(TrainingData data, string classWeight, double validationFraction)
    {
        (int[] fitted, int[] validation) = validationFraction > 0
            ? ValidationSplit.Split(data, validationFraction)
            : ([.. Enumerable.Range(0, data.Design.Rows)], []);
        double[]? weights = ClassWeights.Of(data, classWeight);
        bool usable = fitted.Length > 0 && (weights is null || Array.Exists(fitted, row => weights[row] > 0));
        this.Order = usable ? [.. fitted, .. validation] : [.. Enumerable.Range(0, data.Design.Rows)];
        this.Fitted = usable ? fitted.Length : data.Design.Rows;
        this.Labels = [.. this.Order.Select(row => data.Target[row])];
        this.Weights = weights is null ? null : [.. this.Order.Select(row => weights[row])];
    }

    /// <summary>The design's row of each row.</summary>
    public int[] Order { get; }

    /// <summary>How many rows, from the first, are fitted.</summary>
    public int Fitted { get; }

    /// <summary>The number of rows.</summary>
    public int Count => this.Order.Length;

    /// <summary>The labels.</summary>
    public double[] Labels { get; }

    /// <summary>The weights; null where all are 1.</summary>
    public double[]? Weights { get; }

    /// <summary>The weight of a range of rows.</summary>
    /// <param name="first">The first row.</param>
    /// <param name="end">The row after the last.</param>
    public double Weight(int first, int end) => this.Weights is null ? end - first : this.Weights[first..end].Sum();
}

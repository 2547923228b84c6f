namespace ModelSdk.Engine.Training.Trees;

/// <summary>
/// Judges splits of a node by what they take from the weighted variance of the outputs, which for shares of classes is the Gini impurity
/// (Breiman, Friedman, Olshen and Stone, "Classification and regression trees", 1984).
/// </summary>
/// <param name="units">What sums are worth.</param>
/// <param name="minRows">The fewest rows of a leaf.</param>
internal readonly struct ForestRules(FixedPoint units, int minRows)
{
    /// <summary>Σ over the outputs of (weighted sum)² / weight: the greater, the purer.</summary>
    /// <param name="sum">The sums of a node.</param>
    public double Purity(ReadOnlySpan<long> sum)
    {
        double squares = 0;
        foreach (long gradient in sum[..^1])
        {
            double value = gradient * units.GradientUnit;
            squares += value * value;
        }

        double weight = this.Weight(sum);
        return weight > 0 ? squares / weight : 0;
    }

    /// <summary>The purity of both children; minus infinity where one has too few rows.</summary>
    /// <param name="left">The sums of the left child.</param>
    /// <param name="right">The sums of the right child.</param>
    public double Gain(ReadOnlySpan<long> left, ReadOnlySpan<long> right) =>
        this.Rows(left) < minRows || this.Rows(right) < minRows ? double.NegativeInfinity : this.Purity(left) + this.Purity(right);

    /// <summary>The mean of an output.</summary>
    /// <param name="sum">The sums of a node.</param>
    /// <param name="output">The output.</param>
    public double Mean(ReadOnlySpan<long> sum, int output)
    {
        double weight = this.Weight(sum);
        return weight > 0 ? sum[output] * units.GradientUnit / weight : 0;
    }

    /// <summary>The number of rows.</summary>
    /// <param name="sum">The sums of a node.</param>
    public int Rows(ReadOnlySpan<long> sum) => (int)(sum[^1] & ((1L << units.CountBits) - 1));

    private double Weight(ReadOnlySpan<long> sum) => (sum[^1] >> units.CountBits) * units.HessianUnit;
}

using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>Means and quantiles of weighted values.</summary>
internal static class WeightedQuantile
{
    /// <summary>
    /// The least value that has at least the wanted share of the weight at or below it; where it has exactly that share, the middle between it
    /// and the next value. The median of an even number of values is thus the middle of the two in the middle. 0 for no weight.
    /// </summary>
    /// <param name="values">Values with their weights; sorted in place.</param>
    /// <param name="share">The share of the weight, above 0 and below 1.</param>
    public static double Of((double Value, double Weight)[] values, double share)
    {
        // By weight too, so that the order of equal values does not depend on how the sort works.
        Array.Sort(values);
        double wanted = share * values.Sum(item => item.Weight);
        double below = 0;
        for (int index = 0; index < values.Length; index++)
        {
            below += values[index].Weight;
            if (below >= wanted && values[index].Weight > 0)
            {
                int next = Array.FindIndex(values, index + 1, item => item.Weight > 0);
                return below == wanted && next >= 0 ? (values[index].Value + values[next].Value) / 2 : values[index].Value;
            }
        }

        return 0;
    }

    /// <summary>The quantile of values with weights beside them.</summary>
    /// <param name="values">The values, at least one.</param>
    /// <param name="weights">Their weights, at least as many; null where all are 1.</param>
    /// <param name="share">The share of the weight, above 0 and below 1.</param>
    public static double Of(ReadOnlySpan<double> values, double[]? weights, double share)
    {
        (double, double)[] pairs = new (double, double)[values.Length];
        for (int index = 0; index < pairs.Length; index++)
        {
            pairs[index] = (values[index], weights is null ? 1 : weights[index]);
        }

        return Of(pairs, share);
    }

    /// <summary>The mean; exactly the value where all are equal.</summary>
    /// <param name="values">The values, at least one.</param>
    /// <param name="weights">Their weights, at least as many; null where all are 1.</param>
    public static double Mean(ReadOnlySpan<double> values, double[]? weights)
    {
        double first = values[0];
        if (!values.ContainsAnyExcept(first))
        {
            return first;
        }

        ReadOnlySpan<double> counted = weights.AsSpan(0, weights is null ? 0 : values.Length);
        return weights is null ? EightLanes.Sum(values) / values.Length : EightLanes.Dot(values, counted) / EightLanes.Sum(counted);
    }
}

namespace ModelSdk.Engine.Training.Trees;

/// <summary>
/// Finds the bounds of bins: between all neighbouring values where these are few, else such that the bins hold about equally many rows, a value
/// with many rows sharing its bin with few others.
/// </summary>
internal static class NumericBinning
{
    /// <summary>The upper bounds of the bins.</summary>
    /// <param name="sorted">The values of the fitted rows, ascending, none missing; may be none.</param>
    /// <param name="mostBins">How many bins there may be, 1 to 255.</param>
    public static float[] Bounds(ReadOnlySpan<float> sorted, int mostBins)
    {
        (List<float> values, List<int> counts) = Distinct(sorted);
        List<float> bounds = [];
        if (values.Count <= mostBins)
        {
            for (int index = 1; index < values.Count; index++)
            {
                bounds.Add(Between(values[index - 1], values[index]));
            }
        }
        else
        {
            AddQuantiles(values, counts, sorted.Length, mostBins, bounds);
        }

        return [.. bounds, float.PositiveInfinity];
    }

    private static (List<float> Values, List<int> Counts) Distinct(ReadOnlySpan<float> sorted)
    {
        List<float> values = [];
        List<int> counts = [];
        foreach (float value in sorted)
        {
            if (values.Count == 0 || values[^1] != value)
            {
                values.Add(value);
                counts.Add(0);
            }

            counts[^1]++;
        }

        return (values, counts);
    }

    private static void AddQuantiles(List<float> values, List<int> counts, int rows, int mostBins, List<float> bounds)
    {
        double share = rows / (double)mostBins;
        int frequent = counts.Count(count => count >= share);
        double rest = counts.Sum(count => count >= share ? 0.0 : count);
        double target = rest / Math.Max(1, mostBins - frequent);
        double held = 0;
        for (int index = 0; index + 1 < values.Count && bounds.Count + 1 < mostBins; index++)
        {
            held += counts[index];
            bool next = counts[index + 1] >= share;
            if (counts[index] >= share || held >= target || (next && held >= target / 2))
            {
                bounds.Add(Between(values[index], values[index + 1]));
                held = 0;
            }
        }
    }

    // At least the lower and less than the higher value; the lower one itself where no float lies between or one is infinite.
    private static float Between(float low, float high)
    {
        float middle = (float)((low + (double)high) / 2);
        return middle >= low && middle < high ? middle : low;
    }
}

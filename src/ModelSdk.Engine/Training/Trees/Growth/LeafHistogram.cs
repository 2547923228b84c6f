using System.Buffers;
using System.Runtime.Intrinsics;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>Sums the rows of a leaf by bin.</summary>
internal static class LeafHistogram
{
    /// <summary>Computes the histograms of some features; those of the others stay as they are.</summary>
    /// <param name="matrix">The bins.</param>
    /// <param name="groups">The features.</param>
    /// <param name="rows">The leaf's rows.</param>
    /// <param name="pairs">The pairs of all rows.</param>
    /// <param name="histogram">The histogram of all features.</param>
    public static void Sum(
        BinnedMatrix matrix, ReadOnlySpan<BinnedGroup> groups, ReadOnlySpan<int> rows, Vector128<long>[] pairs, Span<Vector128<long>> histogram)
    {
        Clear(matrix, groups, histogram);
        Span<uint> words = stackalloc uint[Histogram.RowsAtOnce];
        Vector128<long>[] gathered = ArrayPool<Vector128<long>>.Shared.Rent(Histogram.RowsAtOnce);
        while (!rows.IsEmpty)
        {
            // Some rows at a time, for all groups: their pairs stay in the cache from one group to the next.
            ReadOnlySpan<int> some = rows[..Math.Min(Histogram.RowsAtOnce, rows.Length)];
            for (int index = 0; index < some.Length; index++)
            {
                gathered[index] = pairs[some[index]];
            }

            foreach (BinnedGroup group in groups)
            {
                Histogram.Add(matrix, group, some, gathered.AsSpan(0, some.Length), words, histogram);
            }

            rows = rows[some.Length..];
        }

        ArrayPool<Vector128<long>>.Shared.Return(gathered);
    }

    private static void Clear(BinnedMatrix matrix, ReadOnlySpan<BinnedGroup> groups, Span<Vector128<long>> histogram)
    {
        foreach (BinnedGroup group in groups)
        {
            foreach (int feature in group.Features)
            {
                Histogram.Part(matrix, feature, histogram).Clear();
            }
        }
    }
}

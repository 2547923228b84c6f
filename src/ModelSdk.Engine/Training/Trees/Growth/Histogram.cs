using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>
/// Sums of pairs by bin. One 128-bit addition serves gradient, hessian and count; whole numbers make the order of rows irrelevant. The bins of
/// some rows are gathered first: their cache misses then overlap, which they would not between additions to memory.
/// </summary>
internal static class Histogram
{
    /// <summary>How many rows are added at a time.</summary>
    public const int RowsAtOnce = 1024;

    /// <summary>Adds rows of a leaf to the histograms of a group's features.</summary>
    /// <param name="matrix">The bins.</param>
    /// <param name="group">The features.</param>
    /// <param name="rows">At most <see cref="RowsAtOnce"/> rows.</param>
    /// <param name="pairs">The pairs of these rows, in the same order.</param>
    /// <param name="words">Room for <see cref="RowsAtOnce"/> words; overwritten.</param>
    /// <param name="histogram">The histogram of all features.</param>
    public static void Add(
        BinnedMatrix matrix, BinnedGroup group, ReadOnlySpan<int> rows, ReadOnlySpan<Vector128<long>> pairs, Span<uint> words, Span<Vector128<long>> histogram)
    {
        Gather(group, rows, words);
        if (group.Features.Length == BinnedGroup.Width)
        {
            AddFour(words[..rows.Length], pairs, ref histogram[matrix.Offsets[group.Features[0]]], matrix.Offsets, group.Features);
            return;
        }

        for (int index = 0; index < group.Features.Length; index++)
        {
            uint mask = group.IsWide ? ushort.MaxValue : byte.MaxValue;
            AddOne(words[..rows.Length], index * 8, mask, pairs, Part(matrix, group.Features[index], histogram));
        }
    }

    /// <summary>The part of a histogram that belongs to one feature.</summary>
    public static Span<Vector128<long>> Part(BinnedMatrix matrix, int feature, Span<Vector128<long>> histogram) =>
        histogram[matrix.Offsets[feature]..matrix.Offsets[feature + 1]];

    /// <summary>Subtracts one child's histogram from the parent's, which leaves the other child's.</summary>
    public static void Subtract(Span<Vector128<long>> parent, ReadOnlySpan<Vector128<long>> child)
    {
        for (int bin = 0; bin < parent.Length && bin < child.Length; bin++)
        {
            parent[bin] -= child[bin];
        }
    }

    private static void Gather(BinnedGroup group, ReadOnlySpan<int> rows, Span<uint> gathered)
    {
        uint[] words = group.Words;
        ushort[] wide = group.Wide;
        if (group.IsWide)
        {
            for (int index = 0; index < rows.Length; index++)
            {
                gathered[index] = wide[rows[index]];
            }

            return;
        }

        for (int index = 0; index < rows.Length; index++)
        {
            gathered[index] = words[rows[index]];
        }
    }

    // The bytes of a word are bins that the matrix made, each below the number of its feature's bins: no index needs a check.
    private static void AddFour(ReadOnlySpan<uint> words, ReadOnlySpan<Vector128<long>> pairs, ref Vector128<long> first, int[] offsets, int[] features)
    {
        ref Vector128<long> second = ref Unsafe.Add(ref first, offsets[features[1]] - offsets[features[0]]);
        ref Vector128<long> third = ref Unsafe.Add(ref first, offsets[features[2]] - offsets[features[0]]);
        ref Vector128<long> fourth = ref Unsafe.Add(ref first, offsets[features[3]] - offsets[features[0]]);
        ref Vector128<long> pair = ref MemoryMarshal.GetReference(pairs[..words.Length]);
        for (int index = 0; index < words.Length; index++)
        {
            uint word = words[index];
            Vector128<long> added = Unsafe.Add(ref pair, (nuint)(uint)index);
            Unsafe.Add(ref first, (nuint)(byte)word) += added;
            Unsafe.Add(ref second, (nuint)(byte)(word >> 8)) += added;
            Unsafe.Add(ref third, (nuint)(byte)(word >> 16)) += added;
            Unsafe.Add(ref fourth, (nuint)(word >> 24)) += added;
        }
    }

    private static void AddOne(ReadOnlySpan<uint> words, int shift, uint mask, ReadOnlySpan<Vector128<long>> pairs, Span<Vector128<long>> histogram)
    {
        for (int index = 0; index < words.Length; index++)
        {
            histogram[(int)((words[index] >> shift) & mask)] += pairs[index];
        }
    }
}

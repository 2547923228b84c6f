using System.Runtime.InteropServices;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>Sorts floats in time proportional to their number: a radix sort of their bits, 11 at a time.</summary>
internal static class FloatSort
{
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;
    private const uint Sign = 0x8000_0000;

    /// <summary>Sorts in place.</summary>
    /// <param name="values">Floats without NaN.</param>
    /// <param name="buffer">At least as long; overwritten.</param>
    public static void Sort(Span<float> values, Span<float> buffer)
    {
        Span<uint> keys = MemoryMarshal.Cast<float, uint>(values);
        Span<uint> other = MemoryMarshal.Cast<float, uint>(buffer)[..keys.Length];
        foreach (ref uint key in keys)
        {
            key = (key & Sign) != 0 ? ~key : key | Sign;
        }

        Pass(keys, other, 0);
        Pass(other, keys, DigitBits);
        Pass(keys, other, 2 * DigitBits);
        for (int index = 0; index < keys.Length; index++)
        {
            keys[index] = (other[index] & Sign) != 0 ? other[index] & ~Sign : ~other[index];
        }
    }

    private static void Pass(ReadOnlySpan<uint> source, Span<uint> target, int shift)
    {
        Span<int> places = stackalloc int[Digits];
        places.Clear();
        foreach (uint key in source)
        {
            places[(int)(key >> shift) & (Digits - 1)]++;
        }

        int start = 0;
        foreach (ref int place in places)
        {
            (place, start) = (start, start + place);
        }

        foreach (uint key in source)
        {
            target[places[(int)(key >> shift) & (Digits - 1)]++] = key;
        }
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ModelSdk.Engine.Data;

/// <summary>
/// Reads the usual decimal numbers exactly and fast: a minus sign, then at most 16 digits and points, one point at most, and the digits, read as a
/// whole number, at most 2⁵³. That number and the power of ten are doubles without error, so that one division rounds correctly (Clinger, "How to read floating
/// point numbers accurately", PLDI 1990). The digits are read without a branch on any of them.
/// </summary>
internal static class DecimalText
{
    private const long MaximumWhole = 1L << 53;
    private static ReadOnlySpan<double> PowersOfTen => [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16];

    /// <summary>The nearest double of a usual number.</summary>
    /// <param name="bytes">Text.</param>
    /// <param name="start">Where the number starts, without outer white space.</param>
    /// <param name="length">Its length.</param>
    /// <param name="value">The value.</param>
    /// <returns>False for everything else, which may still be a number, and for a number with less than 17 bytes of text behind its start.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryParse(ReadOnlySpan<byte> bytes, int start, int length, out double value)
    {
        value = 0;
        if (!Vector128.IsHardwareAccelerated || !BitConverter.IsLittleEndian || start + Vector128<byte>.Count + 1 > bytes.Length)
        {
            return false;
        }

        int negative = bytes[start] == '-' ? 1 : 0;
        length -= negative;
        if (length is < 1 or > 16)
        {
            return false;
        }

        Vector128<byte> text = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(bytes), (nuint)(start + negative));
        uint points = Vector128.Equals(text, Vector128.Create((byte)'.')).ExtractMostSignificantBits() & ((1u << length) - 1);
        int point = BitOperations.TrailingZeroCount(points | (1u << length));
        int digits = point == length ? length : length - 1;
        Vector128<byte> values = AlignDigits(text, digits, point);
        if (digits == 0 || Vector128.GreaterThanAny(values, Vector128.Create((byte)9)))
        {
            return false;
        }

        long whole = Whole(values);
        value = whole / PowersOfTen[digits - point];
        value = BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(value) | ((ulong)negative << 63));
        return whole <= MaximumWhole;
    }

    /// <summary>The values of the digits, without the point, the last one in the last byte and zeros in front; more than 9 for anything else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> AlignDigits(Vector128<byte> text, int digits, int point)
    {
        Vector128<sbyte> digit = Vector128<sbyte>.Indices + Vector128.Create((sbyte)(digits - Vector128<byte>.Count));
        Vector128<sbyte> behindPoint = Vector128.GreaterThanOrEqual(digit, Vector128.Create((sbyte)point));
        Vector128<byte> aligned = Vector128.Shuffle(text, (digit - behindPoint).AsByte());
        Vector128<sbyte> isFront = Vector128.LessThan(digit, Vector128<sbyte>.Zero);
        return Vector128.AndNot(aligned - Vector128.Create((byte)'0'), isFront.AsByte());
    }

    /// <summary>The number that sixteen digits make.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Whole(Vector128<byte> digits)
    {
        if (!Sse41.IsSupported)
        {
            return (long)((EightDigits(digits.AsUInt64()[0]) * 100_000_000) + EightDigits(digits.AsUInt64()[1]));
        }

        Vector128<short> pairs = Ssse3.MultiplyAddAdjacent(digits, Vector128.Create((short)0x010A).AsSByte());
        Vector128<int> fours = Sse2.MultiplyAddAdjacent(pairs, Vector128.Create(0x0001_0064).AsInt16());
        Vector128<short> packed = Sse41.PackUnsignedSaturate(fours, fours).AsInt16();
        Vector128<int> eights = Sse2.MultiplyAddAdjacent(packed, Vector128.Create(0x0001_2710).AsInt16());
        return ((long)eights[0] * 100_000_000) + eights[1];
    }

    /// <summary>Adds up digits pairwise: to four numbers below 100, two below 10 000, one below 100 000 000.</summary>
    /// <param name="digits">Eight digits, the first one in the lowest byte.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong EightDigits(ulong digits)
    {
        const ulong EveryFourth = 0x0000_00FF_0000_00FF;
        ulong pairs = unchecked((digits * 10) + (digits >> 8));
        return unchecked(((pairs & EveryFourth) * (100 + (1_000_000UL << 32))) + (((pairs >> 16) & EveryFourth) * (1 + (10_000UL << 32)))) >> 32;
    }
}

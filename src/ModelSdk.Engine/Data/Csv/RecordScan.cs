using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ModelSdk.Engine.Data;

/// <summary>
/// Finds where records end, 64 bytes at a time: at a line end with an even number of quotes before it. In text that follows RFC 4180 these are
/// the record ends. A record that does not follow it has its beginning found rightly, and the parser refuses it there.
/// </summary>
internal struct RecordScan
{
    /// <summary>How many bytes are looked at together.</summary>
    public const int Step = 64;

    private ulong quoted;
    private bool continuesRecord;

    /// <summary>Looks at the next bytes; begins between records.</summary>
    /// <param name="text">64 bytes; zeros behind the end of the text.</param>
    /// <param name="lineEnds">Gets a bit for every line end outside quotes, the lowest for the first byte.</param>
    /// <returns>A bit for every one of them that ends a record; the others end blank lines or are the second half of a CRLF.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ulong Next(ReadOnlySpan<byte> text, out ulong lineEnds)
    {
        Vector512<byte> bytes = Vector512.Create(text);
        Vector512<byte> breaks = Vector512.Equals(bytes, Vector512.Create((byte)'\n')) | Vector512.Equals(bytes, Vector512.Create((byte)'\r'));
        ulong quotes = Vector512.Equals(bytes, Vector512.Create((byte)'"')).ExtractMostSignificantBits();
        ulong inside = quotes == 0 ? this.quoted : ParityOfBitsUpTo(quotes) ^ this.quoted;
        this.quoted = (ulong)((long)inside >> (Step - 1));
        lineEnds = breaks.ExtractMostSignificantBits() & ~inside;
        ulong recordEnds = lineEnds & ~((lineEnds << 1) | (this.continuesRecord ? 0UL : 1UL));
        this.continuesRecord = (long)lineEnds >= 0;
        return recordEnds;
    }

    /// <summary>A bit for every position with an odd number of bits at it or below.</summary>
    private static ulong ParityOfBitsUpTo(ulong bits)
    {
        bits ^= bits << 1;
        bits ^= bits << 2;
        bits ^= bits << 4;
        bits ^= bits << 8;
        bits ^= bits << 16;
        return bits ^ (bits << 32);
    }
}

using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Data;

/// <summary>Checks that text is UTF-8 (RFC 3629) without NUL characters; the CSV parser itself does not look.</summary>
internal static class TextCheck
{
    /// <summary>Finds the first byte that is wrong.</summary>
    /// <param name="text">Text that begins with a whole character.</param>
    /// <returns>Its position, or −1 where all is well.</returns>
    public static int FirstInvalid(ReadOnlySpan<byte> text)
    {
        int nul = text.IndexOf((byte)0);
        ReadOnlySpan<byte> before = nul < 0 ? text : text[..nul];
        if (Utf8.IsValid(before))
        {
            return nul;
        }

        int offset = 0;
        while (Rune.DecodeFromUtf8(before[offset..], out _, out int consumed) == OperationStatus.Done)
        {
            offset += consumed;
        }

        return offset;
    }

    /// <summary>What is wrong.</summary>
    /// <param name="value">The byte that <see cref="FirstInvalid"/> found.</param>
    /// <param name="place">Where it stands.</param>
    public static ModelBuildException Problem(byte value, FilePlace place)
    {
        string text = value == 0
            ? "The file has a NUL character here. It may be UTF-16 text, or no text at all; save it as UTF-8."
            : string.Create(CultureInfo.InvariantCulture, $"The byte 0x{value:X2} is not valid UTF-8 here. The file may be Windows-1252 or Latin-1; save it as UTF-8.");
        return new ModelBuildException(DataDiagnostics.InvalidEncoding, text, place.Locate());
    }

    /// <summary>The length of the records that end before a byte.</summary>
    /// <param name="text">The text up to the byte, from the start of a record.</param>
    public static int WholeRecords(ReadOnlySpan<byte> text)
    {
        RecordScan scan = default;
        int length = 0;
        Span<byte> step = stackalloc byte[RecordScan.Step];
        for (int start = 0; start < text.Length; start += RecordScan.Step)
        {
            step.Clear();
            text[start..Math.Min(text.Length, start + RecordScan.Step)].CopyTo(step);
            scan.Next(step, out ulong lineEnds);
            length = lineEnds == 0 ? length : start + RecordScan.Step - System.Numerics.BitOperations.LeadingZeroCount(lineEnds);
        }

        return length;
    }
}

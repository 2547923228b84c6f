using System.Globalization;

namespace ModelSdk.Engine.Data;

/// <summary>What the text of a field means: missing, a number, a whole number, a boolean. Always culture-independent.</summary>
internal static class FieldText
{
    private const NumberStyles NumberStyle = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Whether the field is empty or one of <c>NA</c>, <c>NaN</c>, <c>nan</c>, <c>null</c>, <c>NULL</c>; outer white space aside.</summary>
    public static bool IsMissing(ReadOnlySpan<byte> field)
    {
        if ((field.Length > 4 && field[0] is not ((byte)' ' or (byte)'\t')) || (field.Length > 0 && field[0] > ' ' && field[0] is not ((byte)'N' or (byte)'n')))
        {
            return false;
        }

        ReadOnlySpan<byte> text = Trim(field);
        return text.IsEmpty || text.SequenceEqual("NA"u8) || text.SequenceEqual("NaN"u8) || text.SequenceEqual("nan"u8)
            || text.SequenceEqual("null"u8) || text.SequenceEqual("NULL"u8);
    }

    /// <summary>A finite decimal number: a sign, digits, a point, an exponent; no grouping.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> field, out double value) =>
        double.TryParse(Trim(field), NumberStyle, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    /// <summary>A whole number of 64 bits, as the nearest double.</summary>
    public static bool TryInteger(ReadOnlySpan<byte> field, out double value)
    {
        bool whole = TryInteger(field, out long number);
        value = number;
        return whole;
    }

    /// <summary>A whole number of 64 bits.</summary>
    public static bool TryInteger(ReadOnlySpan<byte> field, out long value) =>
        long.TryParse(Trim(field), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    /// <summary>1 for <c>true</c>, <c>yes</c> and <c>1</c>, 0 for <c>false</c>, <c>no</c> and <c>0</c>, in any case.</summary>
    public static bool TryBoolean(ReadOnlySpan<byte> field, out double value)
    {
        ReadOnlySpan<byte> text = Trim(field);
        value = text.SequenceEqual("1"u8) ? 1 : 0;
        return text.SequenceEqual("1"u8) || text.SequenceEqual("0"u8) || TryBooleanWord(text, out value);
    }

    /// <summary>1 for <c>true</c> and <c>yes</c>, 0 for <c>false</c> and <c>no</c>, in any case.</summary>
    public static bool TryBooleanWord(ReadOnlySpan<byte> field, out double value)
    {
        ReadOnlySpan<byte> text = Trim(field);
        bool yes = Is(text, "true"u8) || Is(text, "yes"u8);
        value = yes ? 1 : 0;
        return yes || Is(text, "false"u8) || Is(text, "no"u8);
    }

    /// <summary>Days since 1970-01-01T00:00Z of an ISO 8601 date or time; without an offset it is UTC.</summary>
    public static bool TryDate(ReadOnlySpan<byte> field, out double value) => IsoDate.TryParse(Trim(field), out value);

    /// <summary>Whether the field writes infinity, in one of the usual ways.</summary>
    public static bool IsInfinite(ReadOnlySpan<byte> field)
    {
        ReadOnlySpan<byte> text = Trim(field);
        text = text.Length > 0 && text[0] is (byte)'-' or (byte)'+' ? text[1..] : text;
        return Is(text, "inf"u8) || Is(text, "infinity"u8) || text.SequenceEqual("∞"u8)
            || (double.TryParse(text, NumberStyle, CultureInfo.InvariantCulture, out double value) && double.IsInfinity(value));
    }

    /// <summary>Whether the field is a number with a decimal comma, such as <c>1,5</c>.</summary>
    public static bool HasDecimalComma(ReadOnlySpan<byte> field)
    {
        byte[] text = Trim(field).ToArray();
        int comma = Array.IndexOf(text, (byte)',');
        if (comma < 0)
        {
            return false;
        }

        text[comma] = (byte)'.';
        return TryNumber(text, out _);
    }

    /// <summary>Whether a whole number is written like a code, with a zero in front.</summary>
    public static bool HasLeadingZero(ReadOnlySpan<byte> field)
    {
        ReadOnlySpan<byte> text = Trim(field);
        text = text.Length > 0 && text[0] == '-' ? text[1..] : text;
        return text.Length > 1 && text[0] == '0' && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> field) =>
        field.Length > 0 && (field[0] <= ' ' || field[^1] <= ' ') ? field.Trim(" \t\r\n"u8) : field;

    private static bool Is(ReadOnlySpan<byte> text, ReadOnlySpan<byte> lowerCase) =>
        text.Length == lowerCase.Length && System.Text.Ascii.EqualsIgnoreCase(text, lowerCase);
}

using System.Globalization;
using System.Text;

namespace ModelSdk.Contracts.Json;

/// <summary>Writes JSON values as text.</summary>
public static class JsonText
{
    /// <summary>
    /// Writes the canonical form of RFC 8785 (JCS): no white space, members sorted by UTF-16 code units, numbers as ECMAScript prints them.
    /// Equal values give equal texts, so that a digest of the text is a digest of the value.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <returns>The text, without a line end.</returns>
    public static string Canonical(JsonValue value)
    {
        StringBuilder builder = new();
        WriteCanonical(value, builder);
        return builder.ToString();
    }

    /// <summary>Writes JSON for people: two spaces a level, members in their order, short arrays of plain values on one line, LF, a final line end.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The text.</returns>
    public static string Indented(JsonValue value)
    {
        StringBuilder builder = new();
        WriteIndented(value, builder, 0);
        return builder.Append('\n').ToString();
    }

    /// <summary>Writes a number as ECMAScript's <c>Number.prototype.toString</c> does (RFC 8785 §3.2.2.3).</summary>
    /// <param name="number">A finite number.</param>
    /// <returns>The shortest decimal text that reads back as the same number.</returns>
    public static string Number(double number)
    {
        if (number == 0)
        {
            return "0";
        }

        // The number is 0.digits times ten to the power of point; both come from one text, because rounding to another length may carry.
        string[] parts = Math.Abs(number).ToString("R", CultureInfo.InvariantCulture).Split('E');
        string written = new([.. parts[0].Where(char.IsDigit)]);
        string digits = written.TrimStart('0');
        int point = parts[0].Split('.')[0].Length - (written.Length - digits.Length) + (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0);
        digits = digits.TrimEnd('0');
        string sign = number < 0 ? "-" : "";
        return sign + point switch
        {
            > 0 and <= 21 when digits.Length <= point => digits.PadRight(point, '0'),
            > 0 and <= 21 => digits.Substring(0, point) + "." + digits.Substring(point),
            > -6 and <= 0 => "0." + new string('0', -point) + digits,
            _ => Exponential(digits, point - 1),
        };
    }

    private static string Exponential(string digits, int exponent) =>
        digits.Substring(0, 1) + (digits.Length > 1 ? "." + digits.Substring(1) : "")
        + "e" + (exponent < 0 ? "-" : "+") + Math.Abs(exponent).ToString(CultureInfo.InvariantCulture);

    private static void WriteCanonical(JsonValue value, StringBuilder builder)
    {
        switch (value.Kind)
        {
            case JsonKind.Array:
                WriteJoined(builder, '[', ']', value.Items, item => WriteCanonical(item, builder));
                break;
            case JsonKind.Object:
                WriteJoined(builder, '{', '}', value.Members.OrderBy(member => member.Key, StringComparer.Ordinal), member =>
                {
                    WriteString(member.Key, builder);
                    builder.Append(':');
                    WriteCanonical(member.Value, builder);
                });
                break;
            default:
                WriteScalar(value, builder);
                break;
        }
    }

    private static void WriteJoined<T>(StringBuilder builder, char open, char close, IEnumerable<T> parts, Action<T> write)
    {
        builder.Append(open);
        bool first = true;
        foreach (T part in parts)
        {
            builder.Append(first ? "" : ",");
            first = false;
            write(part);
        }

        builder.Append(close);
    }

    private static void WriteIndented(JsonValue value, StringBuilder builder, int level)
    {
        string inner = "\n" + new string(' ', 2 * (level + 1));
        string outer = "\n" + new string(' ', 2 * level);
        if (value.Kind == JsonKind.Object && value.Members.Count > 0)
        {
            WriteJoined(builder, '{', ' ', value.Members, member =>
            {
                builder.Append(inner);
                WriteString(member.Key, builder);
                builder.Append(": ");
                WriteIndented(member.Value, builder, level + 1);
            });
            builder.Length--;
            builder.Append(outer).Append('}');
        }
        else if (value.Kind == JsonKind.Array && value.Items.Any(item => item.Kind is JsonKind.Object or JsonKind.Array))
        {
            WriteJoined(builder, '[', ' ', value.Items, item =>
            {
                builder.Append(inner);
                WriteIndented(item, builder, level + 1);
            });
            builder.Length--;
            builder.Append(outer).Append(']');
        }
        else if (value.Kind == JsonKind.Array)
        {
            builder.Append('[').Append(string.Join(", ", value.Items.Select(Canonical))).Append(']');
        }
        else
        {
            WriteCanonical(value, builder);
        }
    }

    private static void WriteScalar(JsonValue value, StringBuilder builder)
    {
        switch (value.Kind)
        {
            case JsonKind.String:
                WriteString(value.Text, builder);
                break;
            case JsonKind.Number:
                builder.Append(Number(value.Number));
                break;
            case JsonKind.Boolean:
                builder.Append(value.Boolean ? "true" : "false");
                break;
            default:
                builder.Append("null");
                break;
        }
    }

    private static void WriteString(string text, StringBuilder builder)
    {
        builder.Append('"');
        foreach (char character in text)
        {
            _ = character switch
            {
                '"' => builder.Append("\\\""),
                '\\' => builder.Append("\\\\"),
                '\b' => builder.Append("\\b"),
                '\f' => builder.Append("\\f"),
                '\n' => builder.Append("\\n"),
                '\r' => builder.Append("\\r"),
                '\t' => builder.Append("\\t"),
                < ' ' => builder.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture)),
                _ => builder.Append(character),
            };
        }

        builder.Append('"');
    }
}

using System.Globalization;
using System.Text.Json;
using ModelSdk.Contracts.Schema;

namespace ModelSdk.Engine.Verification;

/// <summary>Test rows and the engine's predictions of them: what the compiled class has to reproduce, bit for bit.</summary>
/// <param name="RowCount">How many rows.</param>
/// <param name="Features">The features' names in slot order.</param>
/// <param name="Columns">For each feature its values as the verification entry takes them: <c>double[]</c>, <c>long?[]</c>, <c>bool?[]</c>, <c>string?[]</c> or <c>DateTimeOffset?[]</c>.</param>
/// <param name="Predictions">Row by row what the prediction type exposes.</param>
public sealed record VerificationRows(int RowCount, IReadOnlyList<string> Features, IReadOnlyList<Array> Columns, double[] Predictions)
{
    /// <summary>The file's text: JSON, numbers in their shortest form that reads back the same, null for NaN.</summary>
    public byte[] ToJson()
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            writer.WriteStartObject();
            writer.WriteNumber("rows", this.RowCount);
            writer.WriteStartArray("columns");
            for (int index = 0; index < this.Columns.Count; index++)
            {
                writer.WriteStartObject();
                writer.WriteString("name", this.Features[index]);
                writer.WriteString("kind", KindOf(this.Columns[index]).ToString());
                WriteValues(writer, "values", this.Columns[index]);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            WriteValues(writer, "predictions", this.Predictions);
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The file's bytes.</param>
    /// <exception cref="JsonException">The bytes are not such a file.</exception>
    public static VerificationRows Read(ReadOnlyMemory<byte> json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        JsonElement root = document.RootElement;
        JsonElement[] columns = [.. root.GetProperty("columns").EnumerateArray()];
        return new VerificationRows(
            root.GetProperty("rows").GetInt32(),
            [.. columns.Select(column => column.GetProperty("name").GetString()!)],
            [.. columns.Select(ReadValues)],
            [.. root.GetProperty("predictions").EnumerateArray().Select(prediction => prediction.ValueKind == JsonValueKind.Null ? double.NaN : prediction.GetDouble())]);
    }

    /// <summary>Slot values as the array type that the verification entry takes.</summary>
    /// <param name="kind">The feature's kind.</param>
    /// <param name="values">Slot values, NaN where missing.</param>
    /// <param name="text">For strings: the text of a slot value.</param>
    public static Array TypedColumn(ColumnKind kind, double[] values, Func<double, string> text) => kind switch
    {
        ColumnKind.Numeric => values,
        ColumnKind.Integer => Array.ConvertAll(values, value => double.IsNaN(value) ? (long?)null : (long)value),
        ColumnKind.Boolean => Array.ConvertAll(values, value => double.IsNaN(value) ? (bool?)null : value != 0),
        ColumnKind.Date => Array.ConvertAll(values, value => double.IsNaN(value) ? (DateTimeOffset?)null : DateOf(value)),
        _ => Array.ConvertAll(values, value => double.IsNaN(value) ? null : text(value)),
    };

    // Days as a double are exact to about two ticks; data is written in microseconds at most.
    private static DateTimeOffset DateOf(double days) => DateTimeOffset.UnixEpoch.AddTicks((long)Math.Round(days * TimeSpan.TicksPerDay / 10) * 10);

    private static ColumnKind KindOf(Array column) => column switch
    {
        double[] => ColumnKind.Numeric,
        long?[] => ColumnKind.Integer,
        bool?[] => ColumnKind.Boolean,
        DateTimeOffset?[] => ColumnKind.Date,
        _ => ColumnKind.Categorical,
    };

    private static void WriteValues(Utf8JsonWriter writer, string name, Array column)
    {
        writer.WriteStartArray(name);
        foreach (object? value in column)
        {
            switch (value)
            {
                case null or double.NaN:
                    writer.WriteNullValue();
                    break;
                case double number:
                    writer.WriteNumberValue(number);
                    break;
                case long number:
                    writer.WriteNumberValue(number);
                    break;
                case bool flag:
                    writer.WriteBooleanValue(flag);
                    break;
                case DateTimeOffset date:
                    writer.WriteStringValue(date.ToString("O", CultureInfo.InvariantCulture));
                    break;
                default:
                    writer.WriteStringValue((string)value);
                    break;
            }
        }

        writer.WriteEndArray();
    }

    private static Array ReadValues(JsonElement column)
    {
        JsonElement[] values = [.. column.GetProperty("values").EnumerateArray()];
        return Enum.Parse<ColumnKind>(column.GetProperty("kind").GetString()!) switch
        {
            ColumnKind.Numeric => Array.ConvertAll(values, value => value.ValueKind == JsonValueKind.Null ? double.NaN : value.GetDouble()),
            ColumnKind.Integer => Array.ConvertAll(values, value => value.ValueKind == JsonValueKind.Null ? (long?)null : value.GetInt64()),
            ColumnKind.Boolean => Array.ConvertAll(values, value => value.ValueKind == JsonValueKind.Null ? (bool?)null : value.GetBoolean()),
            ColumnKind.Date => Array.ConvertAll(values, value => value.ValueKind == JsonValueKind.Null ? (DateTimeOffset?)null : value.GetDateTimeOffset()),
            _ => Array.ConvertAll(values, value => value.GetString()),
        };
    }
}

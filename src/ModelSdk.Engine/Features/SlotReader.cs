using ModelSdk.Contracts.Models;
using ModelSdk.Engine.Data;

namespace ModelSdk.Engine.Features;

/// <summary>Reads the slots of a table's rows: the values that a predictor would be given.</summary>
public sealed class SlotReader
{
    private readonly double[][] values;
    private readonly double[]?[] codes;
    private readonly TextReader?[] texts;

    /// <summary>Matches a table's dictionaries with the categories of a model.</summary>
    /// <param name="table">Rows that have a column for each feature.</param>
    /// <param name="encodings">One for each feature, in slot order.</param>
    public SlotReader(DataTable table, IReadOnlyList<FeatureEncoding> encodings)
    {
        ArgumentNullException.ThrowIfNull(table);
        this.values = [.. encodings.Select(encoding => table.Column(encoding.Column).Values)];
        this.codes = [.. encodings.Select(encoding => encoding.IsCategorical ? Codes(table.Column(encoding.Column).Dictionary, encoding) : null)];
        int first = encodings.Count;
        this.texts = new TextReader?[encodings.Count];
        for (int slot = 0; slot < encodings.Count; slot++)
        {
            if (encodings[slot].Text is { } text)
            {
                this.texts[slot] = new TextReader(text, first, table.Column(encodings[slot].Column).Dictionary);
                first += text.Buckets;
            }
        }
    }

    /// <summary>Reads the slots of a row.</summary>
    /// <param name="row">A row of the table, from 0.</param>
    /// <param name="slots">Gets one value for each feature, then those of texts.</param>
    public void Read(int row, Span<double> slots)
    {
        for (int slot = 0; slot < this.values.Length; slot++)
        {
            double value = this.values[slot][row];
            slots[slot] = this.texts[slot] is { } text ? text.Read(value, slots)
                : this.codes[slot] is { } code && !double.IsNaN(value) ? code[(int)value]
                : value;
        }
    }

    private static double[] Codes(IReadOnlyList<string> dictionary, FeatureEncoding encoding)
    {
        Dictionary<string, int> known = new(StringComparer.Ordinal);
        for (int code = 0; code < encoding.Categories.Count; code++)
        {
            known.Add(encoding.Categories[code], code);
        }

        return [.. dictionary.Select(text => (double)known.GetValueOrDefault(text, -1))];
    }
}

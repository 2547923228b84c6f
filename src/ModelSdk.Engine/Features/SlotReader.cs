using ModelSdk.Contracts.Models;
using ModelSdk.Engine.Data;

namespace ModelSdk.Engine.Features;

/// <summary>Matches a table with the features of a model. For many threads; each reads by a <see cref="SlotBlock"/> of its own.</summary>
public sealed class SlotReader
{
    private readonly DataColumn[] columns;
    private readonly double[]?[] codes;
    private readonly TextReader?[] texts;

    /// <summary>Matches a table's dictionaries with the categories of a model.</summary>
    /// <param name="table">Rows that have a column for each feature.</param>
    /// <param name="encodings">One for each feature, in slot order.</param>
    public SlotReader(DataTable table, IReadOnlyList<FeatureEncoding> encodings)
    {
        ArgumentNullException.ThrowIfNull(table);
        this.columns = [.. encodings.Select(encoding => table.Column(encoding.Column))];
        this.codes = [.. encodings.Select((encoding, slot) => encoding.IsCategorical ? Codes(this.columns[slot].Dictionary, encoding) : null)];
        int first = encodings.Count;
        this.texts = new TextReader?[encodings.Count];
        for (int slot = 0; slot < encodings.Count; slot++)
        {
            if (encodings[slot].Text is { } text)
            {
                this.texts[slot] = new TextReader(text, first, this.columns[slot].Dictionary);
                first += text.Buckets;
            }
        }
    }

    /// <summary>The number of features.</summary>
    internal int Count => this.columns.Length;

    /// <summary>Reads the values of a feature in some rows, as the table has them.</summary>
    internal void Pick(int slot, ReadOnlySpan<int> rows, Span<double> values) => this.columns[slot].Pick(rows, values);

    /// <summary>What a predictor would be given for a value of the table.</summary>
    /// <param name="slot">The feature.</param>
    /// <param name="value">What the table has.</param>
    /// <param name="slots">All slots of the row; gets those of texts.</param>
    internal double Slot(int slot, double value, Span<double> slots) =>
        this.texts[slot] is { } text ? text.Read(value, slots)
        : this.codes[slot] is { } code && !double.IsNaN(value) ? code[(int)value]
        : value;

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

using ModelSdk.Contracts.Models;

namespace ModelSdk.Runtime.Features;

/// <summary>
/// Turns slots into rows of the design matrix: what training does to its rows and prediction to the caller's. A row has dense columns, which hold
/// a number in every row, and groups of indicator columns, of which at most one is 1. A finite or missing slot never gives an infinite column, and
/// NaN only in the native form.
/// </summary>
public sealed class FeatureEncoder
{
    private readonly FeatureLayout layout;
    private readonly SlotEncoder[] features;
    private readonly ProductEncoder[] products;

    /// <summary>Creates an encoder.</summary>
    /// <param name="encodings">One for each feature, in slot order.</param>
    /// <exception cref="ModelFormatException">A product names a feature that is not there.</exception>
    public FeatureEncoder(IReadOnlyList<FeatureEncoding> encodings)
    {
        ArgumentNullException.ThrowIfNull(encodings);
        this.layout = new FeatureLayout(encodings);
        this.features = [.. this.layout.Places.Select(Of)];
        this.products = [.. this.layout.Places.SelectMany(this.Products)];
    }

    /// <summary>How many slots a row has: one for each feature, then one for each bucket of each text.</summary>
    public int SlotCount => this.layout.SlotCount;

    /// <summary>How many columns the design matrix has.</summary>
    public int Width => this.layout.Width;

    /// <summary>The dense columns, ascending.</summary>
    public IReadOnlyList<int> DenseColumns => this.layout.DenseColumns;

    /// <summary>The number of groups of indicator columns.</summary>
    public int CodeCount => this.layout.GroupCount;

    /// <summary>Encodes one row.</summary>
    /// <param name="slots"><see cref="SlotCount"/> values, as <see cref="FeatureEncoding"/> defines them.</param>
    /// <param name="dense">Gets a value for each of <see cref="DenseColumns"/>.</param>
    /// <param name="codes">Gets for each of <see cref="CodeCount"/> groups the column that is 1, or −1 where none is.</param>
    public void Encode(ReadOnlySpan<double> slots, Span<double> dense, Span<int> codes)
    {
        foreach (SlotEncoder feature in this.features)
        {
            feature.Encode(slots, dense, codes);
        }

        foreach (ProductEncoder product in this.products)
        {
            product.Encode(dense, codes);
        }
    }

    /// <summary>Encodes one row with all its columns, indicators as 0 and 1.</summary>
    /// <param name="slots"><see cref="SlotCount"/> values.</param>
    /// <param name="row">Gets <see cref="Width"/> values.</param>
    public void Encode(ReadOnlySpan<double> slots, Span<double> row)
    {
        double[] dense = new double[this.DenseColumns.Count];
        int[] codes = new int[this.CodeCount];
        this.Encode(slots, dense, codes);
        row.Clear();
        for (int index = 0; index < dense.Length; index++)
        {
            row[this.DenseColumns[index]] = dense[index];
        }

        foreach (int code in codes)
        {
            if (code >= 0)
            {
                row[code] = 1;
            }
        }
    }

    private static SlotEncoder Of(FeaturePlace place) => place.Encoding switch
    {
        { Text: { } text } => new TextSlotEncoder(place, text),
        { Parts.Count: > 0 } => new DateSlotEncoder(place),
        { Native: true } => new NativeSlotEncoder(place),
        { IsCategorical: true } => new CategorySlotEncoder(place),
        _ => new NumberSlotEncoder(place),
    };

    private IEnumerable<ProductEncoder> Products(FeaturePlace place)
    {
        int first = place.FirstProduct;
        foreach (FeatureInteraction interaction in place.Encoding.Interactions)
        {
            yield return new ProductEncoder(place, this.layout.Find(interaction.With), first);
            first += interaction.Width;
        }
    }
}

using ModelSdk.Contracts.Models;
using ModelSdk.Engine.Features;

namespace ModelSdk.Engine.Training;

/// <summary>Reads what numbers were before they were centred and scaled.</summary>
internal sealed class OriginalValues
{
    private readonly DesignEncoding encoding;
    private readonly DesignMatrix design;
    private readonly IReadOnlyList<DesignColumn> columns;
    private readonly int[] slots;

    /// <summary>Prepares.</summary>
    /// <param name="encoding">Reads the table.</param>
    /// <param name="design">What it encoded.</param>
    public OriginalValues(DesignEncoding encoding, DesignMatrix design)
    {
        this.encoding = encoding;
        this.design = design;
        this.columns = DesignColumns.Of(encoding.Features);
        this.slots = [.. encoding.Features.SelectMany((feature, slot) =>
            Enumerable.Range(0, feature.NumberWidth + feature.Interactions.Sum(product => product.Width)).Select(index => index == 0 && IsScaledOnly(feature) ? slot : -1))];
    }

    /// <summary>Reads the dense columns of a block, missing values filled. Only of numbers that are merely scaled; what other columns were comes back from the design.</summary>
    /// <param name="block">A block, from 0.</param>
    /// <param name="values">Gets its rows, one after the other.</param>
    public void Read(int block, double[] values)
    {
        SlotBlock rows = this.encoding.Load(block);
        ReadOnlySpan<double> encoded = this.design.Dense(block);
        for (int place = 0; place < encoded.Length; place++)
        {
            (int row, int dense) = int.DivRem(place, this.slots.Length);
            values[place] = this.slots[dense] is >= 0 and int slot ? this.Filled(rows.Value(slot, row), slot) : this.Unscaled(encoded[place], dense);
        }
    }

    private static bool IsScaledOnly(FeatureEncoding feature) =>
        feature is { IsCategorical: false, Text: null, Parts.Count: 0, Transform: FeatureTransform.None, Quantiles.Count: 0 };

    private double Filled(double value, int slot) => double.IsNaN(value) ? this.encoding.Features[slot].Fill : value;

    private double Unscaled(double value, int dense)
    {
        DesignColumn column = this.columns[this.design.DenseColumns[dense]];
        return (value * column.Scale) + column.Mean;
    }
}

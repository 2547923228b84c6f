using ModelSdk.Contracts.Models;

namespace ModelSdk.Runtime.Kernels;

/// <summary>What each category of a feature adds to the margins: a row for each known category, then one for all others, then one for missing.</summary>
internal sealed class CategoryTable
{
    private readonly int slot;
    private readonly int known;
    private readonly int outputs;
    private readonly double[] contributions;

    /// <summary>Unpacks the coefficients of one feature.</summary>
    /// <param name="slot">The feature's slot.</param>
    /// <param name="encoding">How its categories became columns.</param>
    /// <param name="firstColumn">The first of these columns.</param>
    /// <param name="coefficients">The coefficients of all columns.</param>
    public CategoryTable(int slot, FeatureEncoding encoding, int firstColumn, CoefficientMatrix coefficients)
    {
        this.slot = slot;
        this.known = encoding.Categories.Count;
        this.outputs = coefficients.OutputCount;
        this.contributions = new double[(this.known + 2) * this.outputs];
        int column = firstColumn;
        for (int row = 0; row < this.known + 2; row++)
        {
            if (HasColumn(encoding, row))
            {
                coefficients.CopyColumn(column++, this.contributions.AsSpan(row * this.outputs, this.outputs));
            }
        }
    }

    /// <summary>Adds the contribution of the row's category to each margin.</summary>
    public void AddTo(ReadOnlySpan<double> slots, Span<double> margins)
    {
        double code = slots[this.slot];
        int row = code >= 0 && code < this.known ? (int)code : double.IsNaN(code) ? this.known + 1 : this.known;
        ReadOnlySpan<double> added = this.contributions.AsSpan(row * this.outputs, this.outputs);
        for (int output = 0; output < added.Length; output++)
        {
            margins[output] += added[output];
        }
    }

    private static bool HasColumn(FeatureEncoding encoding, int row)
    {
        int known = encoding.Categories.Count;
        return row < known ? row != encoding.Reference : row == known ? encoding.OtherIndicator : encoding.MissingIndicator;
    }
}

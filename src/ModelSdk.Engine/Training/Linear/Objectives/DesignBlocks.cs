using ModelSdk.Engine.Features;

namespace ModelSdk.Engine.Training.Linear.Objectives;

/// <summary>Products of the blocks of a design with vectors: numbers row by row, indicators by their codes.</summary>
/// <param name="design">The design.</param>
internal sealed class DesignBlocks(DesignMatrix design)
{
    private readonly int[] dense = [.. design.DenseColumns];

    /// <summary>margin = intercept + Σ coefficient · column, for each row of a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="coefficients">One for each column.</param>
    /// <param name="intercept">The intercept.</param>
    /// <param name="margins">Gets one value a row.</param>
    public void Margins(int block, ReadOnlySpan<double> coefficients, double intercept, Span<double> margins)
    {
        double[] own = new double[this.dense.Length];
        for (int index = 0; index < own.Length; index++)
        {
            own[index] = coefficients[this.dense[index]];
        }

        margins.Fill(intercept);
        DenseRows.AddMargins(design.Dense(block), own, margins);
        ReadOnlySpan<int> codes = design.Codes(block);
        int groups = design.CodeCount;
        for (int index = 0; index < codes.Length; index++)
        {
            if (codes[index] >= 0)
            {
                margins[index / groups] += coefficients[codes[index]];
            }
        }
    }

    /// <summary>Σ value · column over the rows of a block, for each column.</summary>
    /// <param name="block">The block.</param>
    /// <param name="values">One for each row.</param>
    /// <param name="sums">Gets one sum for each column.</param>
    public void Sums(int block, ReadOnlySpan<double> values, Span<double> sums)
    {
        double[] own = new double[this.dense.Length];
        DenseRows.AddSums(design.Dense(block), values, own);
        sums.Clear();
        for (int index = 0; index < own.Length; index++)
        {
            sums[this.dense[index]] = own[index];
        }

        ReadOnlySpan<int> codes = design.Codes(block);
        int groups = design.CodeCount;
        for (int index = 0; index < codes.Length; index++)
        {
            if (codes[index] >= 0)
            {
                sums[codes[index]] += values[index / groups];
            }
        }
    }
}

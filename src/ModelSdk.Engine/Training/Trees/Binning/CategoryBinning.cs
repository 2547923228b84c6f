using ModelSdk.Engine.Features;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>Decides which categories have a bin of their own.</summary>
internal static class CategoryBinning
{
    /// <summary>The bins of a categorical feature.</summary>
    /// <param name="column">The feature's column in the design.</param>
    /// <param name="definition">How many codes the model knows.</param>
    /// <param name="codes">The codes of the fitted rows; −1 where unknown, NaN where missing.</param>
    public static CategoryBins Bins(int column, DesignColumn definition, ReadOnlySpan<float> codes)
    {
        int[] counts = new int[definition.CategoryCount];
        bool missing = false;
        foreach (float code in codes)
        {
            missing |= float.IsNaN(code);
            if (code >= 0)
            {
                counts[(int)code]++;
            }
        }

        int[] kept = [.. Enumerable.Range(0, counts.Length).Where(code => counts[code] > 0)
            .OrderByDescending(code => counts[code]).ThenBy(code => code).Take(CategoryBins.MostKept).Order()];
        int[] binOfCode = new int[counts.Length];
        Array.Fill(binOfCode, kept.Length);
        for (int bin = 0; bin < kept.Length; bin++)
        {
            binOfCode[kept[bin]] = bin;
        }

        return new CategoryBins(binOfCode, kept.Length) { Column = column, HasMissing = missing };
    }
}

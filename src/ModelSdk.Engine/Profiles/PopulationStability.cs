namespace ModelSdk.Engine.Profiles;

/// <summary>
/// The population stability index: how far a column's distribution moved. Σ (a − b) · ln(a ⁄ b) over bins, where b and a are the shares of the rows
/// before and after (N. Siddiqi, "Credit Risk Scorecards", Wiley 2006, which also has the usual limits 0.1 and 0.25); the same sum is known as the
/// divergence of Jeffreys (S. Kullback and R. A. Leibler, "On information and sufficiency", Ann. Math. Statist. 22, 1951, equation 2.6).
/// </summary>
public static class PopulationStability
{
    /// <summary>The least share that a bin counts with, so that an empty bin adds much and not everything; in small tables, half a row.</summary>
    private const double LeastShare = 1e-4;

    /// <summary>
    /// The index between two profiles of a column. Numbers and dates fall into bins between the deciles of <paramref name="before"/>; a value that
    /// makes up several deciles is a bin of its own. Each category is a bin, those that are not listed are one together. Missing values are a bin.
    /// Columns that share no bins, as numbers and categories, are compared by their missing values alone.
    /// </summary>
    /// <param name="before">The column as it was.</param>
    /// <param name="after">The column as it is.</param>
    /// <returns>A finite number of at least 0; 0 for equal columns. Chance alone makes about (bins − 1) · (1 ⁄ rows before + 1 ⁄ rows after).</returns>
    public static double Between(ColumnDistribution before, ColumnDistribution after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        double leastBefore = Math.Max(LeastShare, 0.5 / Math.Max(1, before.Rows));
        double leastAfter = Math.Max(LeastShare, 0.5 / Math.Max(1, after.Rows));
        return Term(before.Share(before.Missing), after.Share(after.Missing)) + Bins(before, after).Sum(bin => Term(bin.Before, bin.After));

        double Term(double shareBefore, double shareAfter)
        {
            double expected = Math.Max(shareBefore, leastBefore);
            double actual = Math.Max(shareAfter, leastAfter);
            return shareBefore == shareAfter ? 0 : (actual - expected) * Math.Log(actual / expected);
        }
    }

    /// <summary>
    /// The index that about one pair of a hundred samples of the same distribution exceeds, in tables of a few hundred rows or more: (1 ⁄ rows before + 1 ⁄ rows after) times the 0.99 quantile of
    /// chi-square with bins − 1 degrees of freedom (B. Yurdakul and J. Naranjo, "Statistical properties of the population stability index", Journal
    /// of Risk Model Validation 14, 2020), the quantile by E. B. Wilson and M. M. Hilferty's cube root (PNAS 17, 1931).
    /// </summary>
    /// <param name="before">The column as it was.</param>
    /// <param name="after">The column as it is.</param>
    /// <returns>A number above 0; infinity where a side has no rows.</returns>
    public static double ByChance(ColumnDistribution before, ColumnDistribution after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        const double NormalQuantile = 2.3263478740408408;
        double freedom = Math.Max(1, Bins(before, after).Count() - (before.Missing + after.Missing == 0 ? 1 : 0));
        double spread = 2 / (9 * freedom);
        double root = 1 - spread + (NormalQuantile * Math.Sqrt(spread));
        return ((1.0 / before.Rows) + (1.0 / after.Rows)) * freedom * root * root * root;
    }

    private static IEnumerable<(double Before, double After)> Bins(ColumnDistribution before, ColumnDistribution after) => (before.IsNumber, after.IsNumber) switch
    {
        (true, true) => NumberBins.Shares(before, after),
        (false, false) => CategoryShares.Pairs(before, after).Select(pair => (pair.Before, pair.After)),
        _ => [(before.Share(before.Present), after.Share(after.Present))],
    };
}

using System.Globalization;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Splits;

/// <summary>Draws the test rows by hash: equal rows stay together, and a row stays on its side as data grows or columns are reordered.</summary>
public static class HoldoutSplit
{
    /// <summary>A number that changes whenever the same rows could be split differently; part of the recipe.</summary>
    public const int Revision = 1;

    /// <summary>A row judges when its holdout hash, as a fraction of 2⁶⁴, is below the fraction.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="contract">Their contract.</param>
    /// <param name="fraction">0 ≤ fraction &lt; 1; 0 leaves every row for training.</param>
    /// <param name="declaredAt">Where the fraction is set, for messages.</param>
    /// <exception cref="ModelBuildException">A side has no row, or a class has no row on one side.</exception>
    public static RowSplit Split(DataTable table, ModelContract contract, double fraction, SourceLocation declaredAt)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fraction);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(fraction, 1);
        ulong bound = (ulong)(fraction * 18446744073709551616.0);
        RowSplit split = RowSplit.By(table.RowCount, row => table.HoldoutHashes[row] < bound);
        if (bound > 0)
        {
            string advice = string.Create(CultureInfo.InvariantCulture, $"ModelTestFraction is {fraction}: raise or lower it, change ModelSeed, name the test rows as TestData, or add rows");
            SplitCheck.RequireBothSides(split, table, contract, advice, declaredAt);
        }

        return split;
    }
}

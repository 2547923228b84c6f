using System.Globalization;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Splits;

/// <summary>Draws whole groups as test rows, by hash: a group stays on its side as data grows.</summary>
public static class GroupSplit
{
    /// <summary>A group judges when its hash, as a fraction of 2⁶⁴, is below the fraction.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="contract">Their contract.</param>
    /// <param name="seed">The project's seed.</param>
    /// <param name="fraction">0 &lt; fraction &lt; 1, of the groups.</param>
    /// <param name="declaredAt">Where the split is set.</param>
    /// <exception cref="ModelBuildException">There is no group column, a row has no group, or a side lacks rows or classes.</exception>
    public static RowSplit Split(DataTable table, ModelContract contract, long seed, double fraction, SourceLocation declaredAt)
    {
        ulong[] groups = RowGroups.Hashes(table, seed, declaredAt);
        ulong bound = (ulong)(fraction * 18446744073709551616.0);
        RowSplit split = RowSplit.By(table.RowCount, row => groups[row] < bound);
        string advice = string.Create(
            CultureInfo.InvariantCulture,
            $"There are {groups.Distinct().Count()} groups and ModelTestFraction is {fraction}: raise or lower it, change ModelSeed, name the test rows as TestData, or add groups");
        SplitCheck.RequireBothSides(split, table, contract, advice, declaredAt);
        return split;
    }
}

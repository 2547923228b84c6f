using System.Globalization;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Splits;

/// <summary>Takes the latest rows as test rows, so that nothing is judged by what it could have looked ahead to.</summary>
public static class TimeSplit
{
    /// <summary>The rows after the time that the given share of rows, counted from the end, begins at; rows of one time stay together.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="contract">Their contract.</param>
    /// <param name="fraction">0 &lt; fraction &lt; 1, of the rows.</param>
    /// <param name="declaredAt">Where the split is set.</param>
    /// <exception cref="ModelBuildException">There is no usable time column, or a side lacks rows or classes.</exception>
    public static RowSplit Split(DataTable table, ModelContract contract, double fraction, SourceLocation declaredAt)
    {
        double[] times = TimeOrder.Times(table, declaredAt);
        int[] order = TimeOrder.Sort(times);
        int wanted = Math.Clamp((int)Math.Ceiling(fraction * order.Length), 1, order.Length);
        double last = times[order[Math.Max(0, order.Length - wanted - 1)]];
        RowSplit split = RowSplit.By(table.RowCount, row => times[row] > last);
        string advice = string.Create(
            CultureInfo.InvariantCulture, $"ModelTestFraction is {fraction} and rows of one time stay together: raise or lower it, name the test rows as TestData, or add rows");
        SplitCheck.RequireBothSides(split, table, contract, advice, declaredAt);
        return split;
    }
}

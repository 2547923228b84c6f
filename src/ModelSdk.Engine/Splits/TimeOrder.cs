using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Splits;

/// <summary>The order of a table's rows in time.</summary>
public static class TimeOrder
{
    /// <summary>The values of the time column, one a row.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="declaredAt">Where the split is set.</param>
    /// <exception cref="ModelBuildException">There is not exactly one time column that can be ordered, or a row has no time.</exception>
    public static double[] Times(DataTable table, SourceLocation declaredAt)
    {
        DataColumn[] columns = [.. table.Columns.Where(column => column.Schema.Role == ColumnRole.Time)];
        if (columns.Length != 1)
        {
            string found = columns.Length == 0 ? "no column of the contract has" : $"{columns.Length} columns of the contract have";
            throw new ModelBuildException(
                SplitDiagnostics.MissingRole,
                $"ModelSplitBy is Time, but {found} the role \"time\". Set \"role\": \"time\" for the one column that says when a row was observed.",
                declaredAt);
        }

        DataColumn time = columns[0];
        string name = Quote.Value(time.Schema.Name);
        string? problem = time.Schema.Kind is ColumnKind.Date or ColumnKind.Numeric or ColumnKind.Integer ? null
            : $"The time column {name} has the kind \"{ContractWriter.Word(time.Schema.Kind)}\"; valid: date, numeric, integer.";
        double[] values = time.Values;
        problem ??= values.Any(double.IsNaN) ? $"The time column {name} has rows without a value; every row needs a time." : null;
        return problem is null ? values : throw new ModelBuildException(DataDiagnostics.InvalidSplitColumn, problem, declaredAt);
    }

    /// <summary>The rows from the earliest to the latest; rows of one time in the order of the table.</summary>
    /// <param name="times">One time a row.</param>
    public static int[] Sort(double[] times) => [.. Enumerable.Range(0, times.Length).OrderBy(row => times[row])];
}

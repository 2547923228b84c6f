using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;

namespace ModelSdk.Engine.Profiles;

/// <summary>Makes profiles. Equal tables give equal profiles, to the bit.</summary>
public static class TableProfiler
{
    /// <summary>The profile of a table: one pass over each column, and a sort of at most 65 536 of its values.</summary>
    /// <param name="table">The rows.</param>
    public static TableProfile Of(DataTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new TableProfile(table.RowCount, [.. table.Columns.AsParallel().AsOrdered().WithDegreeOfParallelism(table.IsInFile ? 1 : Environment.ProcessorCount).Select(Of)]);
    }

    private static ColumnDistribution Of(DataColumn column)
    {
        ContractColumn schema = column.Schema;
        double[] values = column.Values;
        int missing = MissingValues.Count(values);
        ColumnDistribution empty = new(schema.Name, schema.Role, schema.Kind, values.Length, missing);
        bool identifies = schema.Role is ColumnRole.Key or ColumnRole.Group;
        bool isNumber = schema.Kind is ColumnKind.Numeric or ColumnKind.Integer or ColumnKind.Date && schema.Classes.Count == 0;
        return (isNumber, identifies) switch
        {
            (true, true) => empty,
            (true, false) => NumberProfiler.Fill(empty, values),
            (false, _) => CategoryProfiler.Fill(empty, column, identifies),
        };
    }
}

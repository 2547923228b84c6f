using ModelSdk.Contracts;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;

namespace ModelSdk.Tests.Engine.Splits;

/// <summary>A table with a label, a column of any role, and a hash for each row.</summary>
internal static class SplitTable
{
    public static DataTable Of(ColumnRole role, ColumnKind kind, double[] values, string[]? dictionary = null, ulong[]? hashes = null, string[]? classes = null)
    {
        ContractColumn label = new("y", "Y", ColumnRole.Label, classes is null ? ColumnKind.Numeric : ColumnKind.Categorical) { Classes = new EquatableArray<string>(classes ?? []) };
        double[] labels = [.. values.Select((_, row) => (double)(row % Math.Max(1, classes?.Length ?? 1)))];
        DataColumn[] columns = [new MemoryColumn(new ContractColumn("c", "C", role, kind), values, dictionary ?? []), new MemoryColumn(label, labels, classes ?? [])];
        return new DataTable(values.Length, columns, "", hashes ?? [.. Enumerable.Range(0, values.Length).Select(row => (ulong)row * 0x9E3779B97F4A7C15)]);
    }

    public static ModelContract Contract(DataTable table)
    {
        int classes = table.Columns[1].Schema.Classes.Count;
        ModelTask task = classes == 0 ? ModelTask.Regression : classes == 2 ? ModelTask.BinaryClassification : ModelTask.MulticlassClassification;
        return new ModelContract(task, new EquatableArray<ContractColumn>(table.Columns.Select(column => column.Schema)));
    }
}

using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Profiles;
using ModelSdk.Tests.Engine.Training;

namespace ModelSdk.Tests.Engine.Profiles;

/// <summary>Profiles of a single column.</summary>
internal static class Columns
{
    public static ColumnDistribution Numbers(params IEnumerable<double> values) => Of(new TestTable(ModelTask.Regression).Number("x", values));

    public static ColumnDistribution Strings(params (string? Name, int Rows)[] categories) => Of(new TestTable(ModelTask.Regression).Category("x", Repeat(categories)));

    public static ColumnDistribution Of(TestTable table) => Assert.Single(TableProfiler.Of(table.Table).Columns);

    public static ColumnDistribution Of(ContractColumn schema, params double[] values) =>
        Assert.Single(TableProfiler.Of(new DataTable(values.Length, [new MemoryColumn(schema, values, ["a", "b", "c"])], "", [])).Columns);

    public static IEnumerable<string?> Repeat(params (string? Name, int Rows)[] categories) =>
        categories.SelectMany(category => Enumerable.Repeat(category.Name, category.Rows));
}

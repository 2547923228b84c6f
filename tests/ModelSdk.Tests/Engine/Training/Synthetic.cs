using ModelSdk.Contracts.Schema;

namespace ModelSdk.Tests.Engine.Training;

/// <summary>Tables of any length from a formula without chance.</summary>
internal static class Synthetic
{
    private static readonly string[] Regions = ["north", "south", "east", "west"];

    public static TestTable Regression(int rows) => Features(new TestTable(ModelTask.Regression), rows)
        .Number("y", Enumerable.Range(0, rows).Select(row => Wave(row, 1) + (2 * Wave(row, 2)) + (row % 4) + (0.1 * Wave(row, 5))), ColumnRole.Label);

    public static TestTable Binary(int rows) => Features(new TestTable(ModelTask.BinaryClassification), rows)
        .Classes("label", Enumerable.Range(0, rows).Select(row => Wave(row, 1) + (3 * Wave(row, 5)) > 2 ? "yes" : "no"), "no", "yes");

    public static TestTable Multiclass(int rows) => Features(new TestTable(ModelTask.MulticlassClassification), rows)
        .Classes("label", Enumerable.Range(0, rows).Select(row => Wave(row, 1) + (3 * Wave(row, 5)) is var value && value > 2.5 ? "c" : value > 1.5 ? "b" : "a"), "a", "b", "c");

    private static TestTable Features(TestTable table, int rows) => table
        .Number("x1", Enumerable.Range(0, rows).Select(row => row % 17 == 0 ? double.NaN : 1000 + Wave(row, 1)))
        .Number("x2", Enumerable.Range(0, rows).Select(row => Wave(row, 2)))
        .Category("region", Enumerable.Range(0, rows).Select(row => row % 13 == 0 ? null : Regions[row % 4]))
        .Number("w", Enumerable.Range(0, rows).Select(row => (double)(row % 3)), ColumnRole.Weight);

    // A number from 0 to 1 that looks like chance: the fraction of multiples of irrational numbers, from exact arithmetic alone.
    private static double Wave(int row, int kind) => ((row + 1L) * (2654435761L + (40503L * kind * kind)) % 1_000_003L) / 1_000_003.0;
}

using ModelSdk.Contracts;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Runtime.Features;
using ModelSdk.Tests.Engine.Training;

namespace ModelSdk.Tests.Engine.Features;

public sealed class FeatureEncoderTests
{
    private static readonly FeatureEncoding[] Encodings =
    [
        new("Age", ColumnKind.Numeric) { Mean = 10, Scale = 2, Fill = 12, MissingIndicator = true },
        new("Region", ColumnKind.Categorical) { Categories = new EquatableArray<string>(["A", "B", "C"]), Reference = 1, OtherIndicator = true, MissingIndicator = true },
        new("Plan", ColumnKind.Categorical) { Categories = new EquatableArray<string>(["x", "y"]) },
    ];

    [Fact]
    public void The_columns_are_named_after_feature_and_category() => Assert.Equal(
        ["Age", "Age (missing)", "Region=A", "Region=C", "Region (other)", "Region (missing)", "Plan=x", "Plan=y"],
        DesignColumns.Of(Encodings).Select(column => column.Name));

    [Theory]
    [InlineData(14.0, 0.0, 0.0, new[] { 2.0, 0, 1, 0, 0, 0, 1, 0 })]
    [InlineData(double.NaN, 1.0, 1.0, new[] { 1.0, 1, 0, 0, 0, 0, 0, 1 })]
    [InlineData(10.0, 2.0, -1.0, new[] { 0.0, 0, 0, 1, 0, 0, 0, 0 })]
    [InlineData(10.0, -1.0, double.NaN, new[] { 0.0, 0, 0, 0, 1, 0, 0, 0 })]
    [InlineData(10.0, double.NaN, 1.0, new[] { 0.0, 0, 0, 0, 0, 1, 0, 1 })]
    public void Every_slot_fills_its_columns(double age, double region, double plan, double[] expected)
    {
        double[] row = [.. Enumerable.Repeat(7.0, expected.Length)];
        new FeatureEncoder(Encodings).Encode([age, region, plan], row);
        Assert.Equal(expected, row);
    }

    [Fact]
    public void Slots_of_a_table_hold_the_codes_of_the_model_whatever_order_the_data_has()
    {
        TestTable table = new TestTable(ModelTask.Regression).Number("Age", [5, double.NaN, 7, 8]).Category("Region", ["C", "A", "new", null]).Category("Plan", ["y", "x", "y", "x"]);
        SlotReader reader = new(table.Table, Encodings);
        double[][] slots = [.. table.AllRows.Select(row =>
        {
            double[] values = new double[3];
            reader.Read(row, values);
            return values;
        })];
        Assert.Equal([[5, 2, 1], [double.NaN, 0, 0], [7, -1, 1], [8, double.NaN, 0]], slots);
    }
}

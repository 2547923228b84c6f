using ModelSdk.Contracts;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Profiles;
using ModelSdk.Tests.Engine.Training;

namespace ModelSdk.Tests.Engine.Profiles;

public class TableProfilerTests
{
    [Fact]
    public void Numbers_have_mean_and_order_statistics()
    {
        ColumnDistribution column = Columns.Numbers([.. Enumerable.Range(0, 101).Select(row => 100.0 - row), double.NaN]);

        Assert.Equal((102, 1, 50.0), (column.Rows, column.Missing, column.Mean));
        Assert.Equal(Enumerable.Range(0, 51).Select(step => 2.0 * step), column.Quantiles);
        Assert.Null(column.Distinct);
    }

    [Fact]
    public void Every_quantile_of_few_rows_is_a_value_of_the_data()
    {
        ColumnDistribution column = Columns.Numbers(3, 1, 2);

        Assert.Equal([1, 2, 3], column.Quantiles.Distinct());
        Assert.Equal((1, 3), (column.Quantiles[0], column.Quantiles[^1]));
    }

    [Fact]
    public void Without_any_value_there_is_neither_mean_nor_quantile()
    {
        ColumnDistribution column = Columns.Numbers(double.NaN, double.NaN);

        Assert.Null(column.Mean);
        Assert.Empty(column.Quantiles);
    }

    [Fact]
    public void Quantiles_of_many_rows_come_from_all_over_the_table()
    {
        const int Rows = 300_000;
        ColumnDistribution column = Columns.Numbers(Enumerable.Range(0, Rows).Select(row => row % 3 == 0 ? double.NaN : row));

        Assert.Equal(Rows / 3, column.Missing);
        Assert.All(column.Quantiles.Index(), pair => Assert.InRange(pair.Item, (pair.Index * Rows / 50.0) - 20, (pair.Index * Rows / 50.0) + 1));
    }

    [Fact]
    public void The_mean_of_the_greatest_numbers_is_finite() => Assert.Equal(double.MaxValue, Columns.Numbers(double.MaxValue, double.MaxValue, double.MaxValue, double.MaxValue).Mean);

    [Fact]
    public void Categories_stand_by_frequency_and_then_ordinally_and_rare_ones_are_not_named()
    {
        ColumnDistribution column = Columns.Strings(("b", 5), ("rare", 4), ("a", 5), (null, 2), ("C", 9));

        Assert.Equal([new("C", 9), new("a", 5), new("b", 5)], column.Categories);
        Assert.Equal((4, 2, 4), (column.OtherCount, column.Missing, column.Distinct));
    }

    [Fact]
    public void Categories_that_the_contract_names_are_listed_whatever_their_rows()
    {
        Assert.Equal([new("b", 2), new("a", 1)], Columns.Of(new TestTable(ModelTask.Regression).Category("x", ["b", "a", "b"], "a", "b", "c")).Categories);
        Assert.Equal([new("b", 2), new("a", 1)], Columns.Of(new TestTable(ModelTask.BinaryClassification).Classes("y", ["b", "a", "b"], "a", "b")).Categories);
    }

    [Fact]
    public void Classes_that_are_numbers_are_categories()
    {
        ContractColumn label = new("y", "Y", ColumnRole.Label, ColumnKind.Integer) { Classes = new EquatableArray<string>(["0", "1"]) };

        Assert.Equal([new("1", 2), new("0", 1)], Columns.Of(label, 1, 0, 1).Categories);
    }

    [Fact]
    public void Booleans_are_categories()
    {
        ContractColumn schema = new("x", "X", ColumnRole.Feature, ColumnKind.Boolean);

        Assert.Equal([new("true", 6), new("false", 5)], Columns.Of(schema, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, double.NaN).Categories);
    }

    [Theory]
    [InlineData(ColumnRole.Key)]
    [InlineData(ColumnRole.Group)]
    public void What_identifies_somebody_is_counted_only(ColumnRole role)
    {
        ColumnDistribution text = Columns.Of(new ContractColumn("x", "X", role, ColumnKind.Categorical), 0, 0, 0, 0, 0, 0, 1);
        ColumnDistribution number = Columns.Of(new ContractColumn("x", "X", role, ColumnKind.Integer), 4711, 4712);

        Assert.Empty(text.Categories);
        Assert.Equal((7, 2), (text.OtherCount, text.Distinct));
        Assert.Empty(number.Quantiles);
        Assert.Null(number.Mean);
    }

    [Fact]
    public void At_most_a_thousand_categories_are_listed()
    {
        ColumnDistribution column = Columns.Strings([.. Enumerable.Range(0, 1100).Select(index => ((string?)$"c{index:D4}", 5))]);

        Assert.Equal((1000, 500, 1100), (column.Categories.Count, column.OtherCount, column.Distinct));
        Assert.Equal("c0999", column.Categories[^1].Name);
    }
}

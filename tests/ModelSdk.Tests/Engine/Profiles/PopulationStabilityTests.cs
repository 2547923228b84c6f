using CsCheck;
using ModelSdk.Engine.Profiles;

namespace ModelSdk.Tests.Engine.Profiles;

public class PopulationStabilityTests
{
    private static readonly Gen<ColumnDistribution> Numbers =
        Gen.OneOf(Gen.Double[-1e6, 1e6], Gen.Const(0.0), Gen.Const(double.NaN), Gen.Int[0, 3].Select(value => (double)value)).Array[0, 200].Select(values => Columns.Numbers(values));

    private static readonly Gen<ColumnDistribution> Strings =
        Gen.Select(Gen.Int[0, 9], Gen.Int[1, 12]).Array[0, 12].Select(groups => Columns.Strings([.. groups.Select(group => (group.Item1 == 0 ? null : $"c{group.Item1}", group.Item2))]));

    [Fact]
    public void Equal_columns_have_an_index_of_zero() =>
        Gen.OneOf(Numbers, Strings).Sample(column => Assert.Equal(0, PopulationStability.Between(column, column)));

    [Fact]
    public void Every_index_is_finite_and_not_negative() =>
        Gen.OneOf(Gen.Select(Numbers, Numbers), Gen.Select(Strings, Strings), Gen.Select(Numbers, Strings)).Sample((before, after) =>
        {
            double index = PopulationStability.Between(before, after);
            Assert.True(double.IsFinite(index) && index >= 0);
        });

    [Fact]
    public void Of_categories_the_index_is_the_same_both_ways() =>
        Gen.Select(Strings, Strings).Sample((before, after) => Assert.Equal(PopulationStability.Between(before, after), PopulationStability.Between(after, before), 9));

    [Fact]
    public void It_is_the_published_sum_over_categories()
    {
        ColumnDistribution before = Columns.Strings(("a", 50), ("b", 30), (null, 20));
        ColumnDistribution after = Columns.Strings(("a", 40), ("b", 35), (null, 25));
        double expected = (-0.1 * Math.Log(0.4 / 0.5)) + (0.05 * Math.Log(0.35 / 0.3)) + (0.05 * Math.Log(0.25 / 0.2));

        Assert.Equal(expected, PopulationStability.Between(before, after), 12);
    }

    [Fact]
    public void It_is_the_published_sum_over_deciles()
    {
        ColumnDistribution before = Columns.Numbers(Enumerable.Range(0, 1001).Select(value => value / 10.0));
        ColumnDistribution after = Columns.Numbers(Enumerable.Range(0, 1001).Select(value => value / 20.0));
        const double HalfARow = 0.5 / 1001;
        double expected = (5 * 0.1 * Math.Log(2)) + (5 * (HalfARow - 0.1) * Math.Log(HalfARow / 0.1));

        Assert.Equal(expected, PopulationStability.Between(before, after), 9);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    public void A_constant_that_changes_has_moved(double later)
    {
        ColumnDistribution before = Columns.Numbers(Enumerable.Repeat(5.0, 30));

        Assert.True(PopulationStability.Between(before, Columns.Numbers(Enumerable.Repeat(later, 30))) > ColumnDrift.MovedFrom);
    }

    [Fact]
    public void Missing_values_are_a_bin_of_their_own()
    {
        ColumnDistribution before = Columns.Numbers(Enumerable.Range(0, 100).Select(value => (double)value));
        ColumnDistribution after = Columns.Numbers(Enumerable.Range(0, 200).Select(value => value < 100 ? value : double.NaN));

        Assert.True(PopulationStability.Between(before, after) > ColumnDrift.MovedFrom);
    }

    [Fact]
    public void A_category_that_becomes_too_rare_to_be_named_has_not_gone()
    {
        ColumnDistribution before = Columns.Strings(("a", 40), ("b", 5));
        ColumnDistribution after = Columns.Strings(("a", 41), ("b", 4));

        Assert.True(PopulationStability.Between(before, after) < 0.01);
        Assert.True(PopulationStability.Between(after, before) < 0.01);
    }

    [Fact]
    public void A_category_that_replaces_another_has_moved()
    {
        ColumnDistribution before = Columns.Strings(("a", 40), ("x", 40), ("r", 4));
        ColumnDistribution after = Columns.Strings(("b", 40), ("x", 40), ("r", 4));

        Assert.True(PopulationStability.Between(before, after) > 1);
    }
}

using CsCheck;
using ModelSdk.Contracts;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;
using ModelSdk.Tests.Engine.Training;

namespace ModelSdk.Tests.Engine.Features;

public sealed class FeatureFitterTests
{
    [Fact]
    public void Mean_and_spread_come_from_the_training_rows_alone()
    {
        TestTable table = new TestTable(ModelTask.Regression).Number("x", [2, 4, 1e9, double.NaN, 9]);
        FeatureEncoding encoding = Fit(table, rows: [0, 1, 4]);
        Assert.Equal(new FeatureEncoding("x", ColumnKind.Numeric) { Mean = 5, Fill = 5, Scale = Math.Sqrt(26.0 / 3) }, encoding);
    }

    [Fact]
    public void A_missing_value_among_the_training_rows_gives_an_indicator()
    {
        FeatureEncoding encoding = Fit(new TestTable(ModelTask.Regression).Number("x", [1, double.NaN, 3]));
        Assert.Equal(new FeatureEncoding("x", ColumnKind.Numeric) { Mean = 2, Fill = 2, Scale = 1, MissingIndicator = true }, encoding);
    }

    [Fact]
    public void Mean_and_spread_are_right_to_the_last_digits_even_far_from_zero() =>
        Gen.Select(Gen.Int[-1000, 1000].Array[2, 50], Gen.Int[-1_000_000, 1_000_000]).Where((values, _) => values.Distinct().Count() > 1).Sample((values, offset) =>
        {
            decimal[] exact = [.. values.Select(value => offset + (value / 1000m))];
            decimal mean = exact.Average();
            double deviation = Math.Sqrt((double)exact.Average(value => (value - mean) * (value - mean)));
            FeatureEncoding encoding = Fit(new TestTable(ModelTask.Regression).Number("x", exact.Select(value => (double)value)));
            Assert.Equal((double)mean, encoding.Mean, (double)exact.Max(Math.Abs) * 1e-15);
            Assert.Equal(deviation, encoding.Scale, deviation * 1e-6);
        });

    [Theory]
    [InlineData(0.1)]
    [InlineData(-1e300)]
    [InlineData(0.0)]
    public void A_constant_keeps_its_value_and_scale_one(double value)
    {
        FeatureEncoding encoding = Fit(new TestTable(ModelTask.Regression).Number("x", Enumerable.Repeat(value, 13)));
        Assert.Equal((value, 1.0), (encoding.Mean, encoding.Scale));
    }

    [Fact]
    public void Only_categories_with_five_training_rows_are_known_and_the_others_share_an_indicator()
    {
        TestTable table = new TestTable(ModelTask.Regression).Category("r", [.. Times("b", 5), .. Times("a", 6), .. Times("rare", 4), .. Times("rare", 3)]);
        FeatureEncoding encoding = Fit(table, rows: [.. Enumerable.Range(0, 15)]);
        Assert.Equal(["a", "b"], encoding.Categories);
        Assert.True(encoding.OtherIndicator);
        Assert.Equal(-1, encoding.Reference);
    }

    [Fact]
    public void A_category_that_only_test_rows_have_leaves_no_trace()
    {
        TestTable table = new TestTable(ModelTask.Regression).Category("r", [.. Times("a", 5), .. Times("b", 5), .. Times("secret", 9)]);
        FeatureEncoding encoding = Fit(table, rows: [.. Enumerable.Range(0, 10)]);
        Assert.False(encoding.OtherIndicator);
        Assert.DoesNotContain("secret", FeatureEncodingText.Write([encoding]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_most_frequent_category_is_the_reference_and_ties_are_broken_ordinally()
    {
        string[] tied = [.. Times("b", 6), .. Times("a", 6), .. Times("c", 5)];
        Assert.Equal(0, Fit(new TestTable(ModelTask.Regression).Category("r", tied), reference: true).Reference);
        Assert.Equal(2, Fit(new TestTable(ModelTask.Regression).Category("r", [.. tied, "c", "c"]), reference: true).Reference);
    }

    [Fact]
    public void A_closed_set_keeps_every_category_however_rare()
    {
        FeatureEncoding encoding = Fit(new TestTable(ModelTask.Regression).Category("r", ["b", "b", "a"], "c", "b", "a"), reference: true);
        Assert.Equal(new EquatableArray<string>(["a", "b", "c"]), encoding.Categories);
        Assert.Equal(1, encoding.Reference);
        Assert.False(encoding.OtherIndicator);
    }

    [Fact]
    public void Where_every_category_is_rare_the_rare_ones_are_the_reference()
    {
        TestTable table = new TestTable(ModelTask.Regression).Category("r", ["a", "b", "c"]);
        Assert.Equal(0, Fit(table, reference: true).Width);
        Assert.Equal(1, Fit(table, reference: false).Width);
    }

    [Fact]
    public void A_feature_without_any_value_stops_the_training_at_its_place_in_the_contract()
    {
        ContractColumn schema = new("x", "X", ColumnRole.Feature, ColumnKind.Numeric) { Position = new ColumnPosition(new(7, 5)) };
        DataTable table = new(2, [new MemoryColumn(schema, [double.NaN, double.NaN], [])], "", new ulong[2]);
        ModelContract contract = new(ModelTask.Regression, new EquatableArray<ContractColumn>([schema]));
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => FeatureFitter.Fit(table, [0, 1], contract, FeatureForm.Indicators, "M.schema.json"));
        Assert.Equal(TrainingDiagnostics.FeatureAllMissing, exception.Diagnostic);
        Assert.Equal(new SourceLocation("M.schema.json", 7, 5), exception.Location);
    }

    [Theory]
    [InlineData(1e300, -1e300)]
    [InlineData(double.PositiveInfinity, 1)]
    public void Values_too_large_for_a_spread_stop_the_training(double first, double second)
    {
        TestTable table = new TestTable(ModelTask.Regression).Number("x", [first, second]);
        Assert.Equal(TrainingDiagnostics.FeatureNotFinite, Assert.Throws<ModelBuildException>(() => Fit(table)).Diagnostic);
    }

    [Fact]
    public void Without_a_training_row_there_is_nothing_to_fit()
    {
        TestTable table = new TestTable(ModelTask.Regression).Number("x", [1]);
        Assert.Equal(TrainingDiagnostics.NoTrainingRows, Assert.Throws<ModelBuildException>(() => Fit(table, rows: [])).Diagnostic);
    }

    private static IEnumerable<string> Times(string value, int count) => Enumerable.Repeat(value, count);

    private static FeatureEncoding Fit(TestTable table, int[]? rows = null, bool reference = false) =>
        FeatureFitter.Fit(table.Table, rows ?? table.AllRows, table.Contract, reference ? FeatureForm.IndicatorsWithReference : FeatureForm.Indicators).Single();
}

using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Tests.Engine.Training;

namespace ModelSdk.Tests.Engine.Features;

public sealed class NumberFitTests
{
    private static readonly double[] Values = [4, -2, double.NaN, 10, 0, 3];

    [Theory]
    [InlineData("Standard", 3, 4.098780306384)]
    [InlineData("MinMax", -2, 12)]
    [InlineData("Robust", 3, 4)]
    [InlineData("None", 0, 1)]
    public void A_scale_comes_from_the_present_values(string scale, double mean, double divisor)
    {
        FeatureEncoding encoding = Fit(("Scale", scale));
        Assert.Equal((mean, divisor, 3.0, true), (encoding.Mean, Math.Round(encoding.Scale, 12), encoding.Fill, encoding.MissingIndicator));
    }

    [Theory]
    [InlineData("Mean", "", 3)]
    [InlineData("Median", "", 3)]
    [InlineData("Constant", "-1.5", -1.5)]
    public void What_fills_is_a_value_before_any_transform(string impute, string value, double fill)
    {
        (string, string)[] settings = [("Impute", impute), ("Transform", "Log"), ("ImputeValue", value)];
        FeatureEncoding encoding = Fit([.. settings.Where(pair => pair.Item2.Length > 0)]);
        double[][] rows = SettingsOf.Encode(Table, [encoding]);
        Assert.Equal(fill, encoding.Fill);
        Assert.Equal((Signed(fill) - encoding.Mean) / encoding.Scale, rows[2][0], 1e-14);
    }

    [Fact]
    public void The_median_lies_between_two_middle_values() =>
        Assert.Equal(2.5, SettingsOf.Fit(new TestTable(ModelTask.Regression).Number("x", [1, 2, 3, 90]), FeatureForm.Indicators, SettingsOf.Feature("x", ("Impute", "Median"))).Single().Fill);

    [Fact]
    public void A_logarithm_keeps_the_sign_and_is_scaled_afterwards()
    {
        double[] logarithms = [.. Values.Where(value => !double.IsNaN(value)).Select(Signed)];
        double mean = logarithms.Average();
        double deviation = Math.Sqrt(logarithms.Average(value => (value - mean) * (value - mean)));
        FeatureEncoding encoding = Fit(("Transform", "Log"));
        Assert.Equal(mean, encoding.Mean, 1e-15);
        Assert.Equal(deviation, encoding.Scale, 1e-15);
        Assert.Equal((Signed(-2) - mean) / deviation, SettingsOf.Encode(Table, [encoding])[1][0], 1e-14);
    }

    [Theory]
    [InlineData(-99, 0)]
    [InlineData(-2, 0)]
    [InlineData(-1, 0.125)]
    [InlineData(3, 0.5)]
    [InlineData(7, 0.875)]
    [InlineData(10, 1)]
    [InlineData(1e9, 1)]
    public void A_quantile_is_the_share_of_rows_below(double value, double expected)
    {
        FeatureEncoding encoding = Fit(("Scale", "Quantile"), ("MissingIndicator", "false"));
        Assert.Equal([-2, 0, 3, 4, 10], encoding.Quantiles);
        TestTable table = new TestTable(ModelTask.Regression).Number("x", [value]);
        Assert.Equal([expected], SettingsOf.Encode(table, [encoding])[0]);
    }

    [Fact]
    public void Equal_quantiles_share_their_middle()
    {
        FeatureEncoding encoding = SettingsOf.Fit(
            new TestTable(ModelTask.Regression).Number("x", [1, 5, 5, 5, 9]), FeatureForm.Indicators, SettingsOf.Feature("x", ("Scale", "Quantile"))).Single();
        Assert.Equal([[0], [0.5], [0.5], [0.5], [1]], SettingsOf.Encode(new TestTable(ModelTask.Regression).Number("x", [1, 5, 5, 5, 9]), [encoding]));
    }

    [Fact]
    public void Without_an_indicator_a_missing_value_is_only_filled()
    {
        FeatureEncoding encoding = Fit(("MissingIndicator", "false"));
        Assert.Equal((1, 0.0), (encoding.Width, SettingsOf.Encode(Table, [encoding])[2][0]));
    }

    [Theory]
    [InlineData("MinMax")]
    [InlineData("Robust")]
    [InlineData("Quantile")]
    public void A_constant_gives_zero(string scale)
    {
        TestTable table = new TestTable(ModelTask.Regression).Number("x", [7, 7, 7]);
        Assert.All(SettingsOf.Encode(table, SettingsOf.Fit(table, FeatureForm.Indicators, SettingsOf.Feature("x", ("Scale", scale)))), row => Assert.Equal([0], row));
    }

    [Fact]
    public void The_columns_say_what_was_done_to_the_number()
    {
        TestTable table = new TestTable(ModelTask.Regression).Number("a", [1, 2, 3]).Number("b", [1, 2, 3]).Number("c", [1, 2, 3]);
        IReadOnlyList<FeatureEncoding> encodings = SettingsOf.Fit(
            table,
            FeatureForm.Indicators,
            SettingsOf.Feature("a", ("Transform", "Log"), ("Monotone", "Decreasing")),
            SettingsOf.Feature("b", ("Scale", "Quantile")),
            SettingsOf.Feature("c", ("Scale", "Quantile"), ("Transform", "Log")));
        Assert.Equal([("a (log)", -1), ("b (quantile)", 0), ("c (log quantile)", 0)], DesignColumns.Of(encodings).Select(column => (column.Name, column.Monotone)));
    }

    [Fact]
    public void For_trees_a_number_stays_as_it_is()
    {
        IReadOnlyList<FeatureEncoding> encodings = SettingsOf.Fit(Table, FeatureForm.Native, SettingsOf.Feature("x", ("Scale", "Robust"), ("Monotone", "Increasing")));
        Assert.Equal(Values.Select(value => new[] { value }), SettingsOf.Encode(Table, encodings));
        Assert.Equal(1, DesignColumns.Of(encodings).Single().Monotone);
    }

    private static TestTable Table => new TestTable(ModelTask.Regression).Number("x", Values);

    private static double Signed(double value) => Math.Sign(value) * Math.Log(1 + Math.Abs(value));

    private static FeatureEncoding Fit(params (string Name, string Value)[] settings) => SettingsOf.Fit(Table, FeatureForm.Indicators, SettingsOf.Feature("x", settings)).Single();
}

using CsCheck;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Projects;
using ModelSdk.Runtime.Features;
using ModelSdk.Tests.Engine.Training;

namespace ModelSdk.Tests.Engine.Features;

public sealed class FeaturePropertyTests
{
    private static readonly Gen<(double[] Numbers, double[] Dates, string[] Texts, string[] Zones)> Rows = Gen.Int[3, 30].SelectMany(count => Gen.Select(
        Gen.OneOf(Gen.Double[-1e6, 1e6], Gen.Int[-3, 3].Select(number => (double)number), Gen.Const(double.NaN)).Array[count],
        Gen.OneOf(Gen.Double[-700_000, 2_900_000], Gen.Int[19_000, 20_000].Select(day => day + 0.5), Gen.Const(double.NaN)).Array[count],
        Gen.OneOf(Gen.String, Any("good value", "bad", "")).Array[count],
        Any("p", "q").Array[count]));

    private static readonly Gen<ProjectItem[]> Items = Gen.Select(
        Any("None", "Log"),
        Any("Standard", "MinMax", "Robust", "Quantile", "None"),
        Any("Mean", "Median"),
        Any("Words", "Characters", "Words;Characters"),
        (transform, scale, impute, text) => new[]
        {
            SettingsOf.Feature("x", ("Transform", transform), ("Scale", scale), ("Impute", impute)),
            SettingsOf.Feature("t", ("Text", text), ("TextBuckets", "16")),
            SettingsOf.Interaction("x", "d"),
            SettingsOf.Interaction("x", "z"),
        });

    [Fact]
    public void Finite_or_missing_slots_never_give_an_infinite_or_missing_column() => Gen.Select(Rows, Items, Gen.Double.Where(double.IsFinite).Array[2]).Sample(
        (rows, items, extremes) =>
        {
            TestTable table = Table(rows);
            FeatureEncoder encoder = new(SettingsOf.Fit(table, FeatureForm.Indicators, items));
            double[] slots = new double[encoder.SlotCount];
            double[] columns = new double[encoder.Width];
            foreach ((double number, double date) in new[] { (extremes[0], extremes[1]), (double.NaN, double.MaxValue), (double.MinValue, double.NaN) })
            {
                (slots[0], slots[1], slots[2], slots[3]) = (number, date, double.NaN, double.NaN);
                encoder.Encode(slots, columns);
                Assert.All(columns, column => Assert.True(double.IsFinite(column)));
            }
        },
        iter: 300);

    [Fact]
    public void The_order_of_rows_does_not_matter() => Gen.Select(Rows, Items).Sample(
        (rows, items) =>
        {
            TestTable table = Table(rows);
            int[] reversed = [.. table.AllRows.Reverse()];
            IReadOnlyList<FeatureEncoding> there = Fit(table, table.AllRows, items);
            IReadOnlyList<FeatureEncoding> back = Fit(table, reversed, items);
            double[][] expected = SettingsOf.Encode(table, there);
            double[][] actual = SettingsOf.Encode(table, back);
            Assert.Equal(expected.SelectMany(row => row), actual.SelectMany(row => row), (left, right) => Math.Abs(left - right) <= 1e-6 * Math.Max(1, Math.Abs(left)));
        },
        iter: 200);

    [Fact]
    public void Other_rows_than_the_training_rows_leave_no_trace() => Gen.Select(Rows, Rows, Items).Sample(
        (rows, others, items) =>
        {
            TestTable alone = Table(rows);
            TestTable together = Table(([.. rows.Numbers, .. others.Numbers], [.. rows.Dates, .. others.Dates], [.. rows.Texts, .. others.Texts], [.. rows.Zones, .. others.Zones]));
            Assert.Equal(FeatureEncodingText.Write(Fit(alone, alone.AllRows, items)), FeatureEncodingText.Write(Fit(together, alone.AllRows, items)));
        },
        iter: 200);

    [Fact]
    public void What_is_fitted_comes_back_from_its_text() => Gen.Select(Rows, Items, Gen.Enum<FeatureForm>()).Sample(
        (rows, items, form) =>
        {
            IReadOnlyList<FeatureEncoding> encodings = SettingsOf.Fit(Table(rows), form, items);
            Assert.Equal(encodings, FeatureEncodingText.Read(FeatureEncodingText.Write(encodings)));
        },
        iter: 200);

    private static Gen<string> Any(params string[] words) => Gen.Int[0, words.Length - 1].Select(index => words[index]);

    private static IReadOnlyList<FeatureEncoding> Fit(TestTable table, int[] rows, ProjectItem[] items) =>
        FeatureFitter.Fit(table.Table, rows, table.Contract, FeatureForm.Indicators, "", SettingsOf.Read(table, null, items));

    // The first row is whole, so that every feature has a value.
    private static TestTable Table((double[] Numbers, double[] Dates, string[] Texts, string[] Zones) rows) => new TestTable(ModelTask.Regression)
        .Number("x", [1, .. rows.Numbers])
        .Number("d", [19_000, .. rows.Dates], kind: ColumnKind.Date)
        .Text("t", ["first", .. rows.Texts.Select(text => text.Length == 0 ? null : text)])
        .Category("z", ["p", .. rows.Zones], "p", "q");
}

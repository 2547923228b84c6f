using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Tests.Engine.Training;

namespace ModelSdk.Tests.Engine.Features;

public sealed class TextFitTests
{
    private static readonly string?[] Texts = ["good value", "bad value", null, "good, good", "good value"];

    private static TestTable Table => new TestTable(ModelTask.Regression).Text("Review", Texts);

    [Fact]
    public void Frequencies_count_rows_not_occurrences_and_only_training_rows()
    {
        TextEncoding text = FeatureFitter.Fit(Table.Table, [0, 2, 3, 4], Table.Contract, FeatureForm.Indicators).Single().Text!;
        Assert.Equal(3, text.Documents);
        Assert.Equal([2, 3], text.Frequencies.Where(frequency => frequency > 0).Order());
        Assert.Equal(256, text.Buckets);
    }

    [Fact]
    public void Buckets_without_a_training_row_have_no_column_and_a_missing_text_its_indicator()
    {
        IReadOnlyList<FeatureEncoding> encodings = SettingsOf.Fit(Table, FeatureForm.Indicators);
        double[][] rows = SettingsOf.Encode(Table, encodings);
        Assert.All(rows, row => Assert.Equal(4, row.Length));
        Assert.Equal([0, 0, 0, 1], rows[2]);
        Assert.All(rows.Where((_, index) => index != 2), row => Assert.Equal(1, row.Sum(value => value * value), 1e-14));
        Assert.Equal("Review (missing)", DesignColumns.Of(encodings)[^1].Name);
        Assert.All(DesignColumns.Of(encodings).SkipLast(1), column => Assert.Matches(@"^Review \(text \d+\)$", column.Name));
    }

    [Fact]
    public void A_word_weighs_by_its_rarity()
    {
        // good: 3 of 4 rows, value: 3, bad: 1.
        double common = Math.Log(5.0 / 4) + 1;
        double rare = Math.Log(5.0 / 2) + 1;
        double length = Math.Sqrt((common * common) + (rare * rare));
        double[][] rows = SettingsOf.Encode(Table, SettingsOf.Fit(Table, FeatureForm.Indicators));
        Assert.Equal([0, common / length, rare / length], rows[1][..3].Order(), (left, right) => Math.Abs(left - right) < 1e-14);
        Assert.Equal([0, 0, 1], rows[3][..3].Order(), (left, right) => Math.Abs(left - right) < 1e-14);
        Assert.Equal(rows[0], rows[4]);
    }

    [Fact]
    public void Trees_get_the_buckets_and_nothing_where_a_text_is_missing()
    {
        double[][] rows = SettingsOf.Encode(Table, SettingsOf.Fit(Table, FeatureForm.Native));
        Assert.Equal([double.NaN, double.NaN, double.NaN], rows[2]);
        Assert.Equal(3, rows[0].Length);
    }

    [Fact]
    public void The_settings_decide_what_is_counted()
    {
        TextEncoding text = SettingsOf.Fit(
            Table, FeatureForm.Indicators, SettingsOf.Feature("Review", ("Text", "Words;Characters"), ("TextBuckets", "4096"), ("WordNgrams", "1-2"), ("CharacterNgrams", "2-3"))).Single().Text!;
        Assert.Equal((4096, 2, 2, 3), (text.Buckets, text.WordNgrams, text.ShortestCharacters, text.LongestCharacters));
        Assert.Equal(0, SettingsOf.Fit(Table, FeatureForm.Indicators, SettingsOf.Feature("Review", ("Text", "Characters"))).Single().Text!.WordNgrams);
    }
}

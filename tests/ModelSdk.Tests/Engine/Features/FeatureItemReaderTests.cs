using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Projects;
using ModelSdk.Tests.Engine.Training;

namespace ModelSdk.Tests.Engine.Features;

public sealed class FeatureItemReaderTests
{
    private static TestTable Table => new TestTable(ModelTask.Regression)
        .Number("Income", [1]).Number("Age", [1], kind: ColumnKind.Integer).Number("Active", [1], kind: ColumnKind.Boolean).Date("When", "2024-01-01", "2024-01-01")
        .Category("Region", ["a"]).Category("Plan", ["a"]).Text("Review", "a").Number("y", [1], ColumnRole.Label);

    [Theory]
    [InlineData("income", "Scale", "None", "MODEL2070", "\"income\", which the contract does not have. Features: \"Income\", \"Age\"", "Did you mean Income?")]
    [InlineData("y", "Scale", "None", "MODEL2070", "whose role in the contract is \"label\"", "")]
    [InlineData("Income", "Tranform", "Log", "MODEL2071", "no setting \"Tranform\"; valid: Transform, Scale", "Did you mean Transform?")]
    [InlineData("Income", "Scale", "Robut", "MODEL2072", "Scale \"Robut\"; valid: Standard, MinMax, Robust, Quantile, None", "Did you mean Robust?")]
    [InlineData("Income", "Monotone", "Up", "MODEL2072", "valid: None, Increasing, Decreasing", "")]
    [InlineData("Income", "Impute", "Constant", "MODEL2072", "without an ImputeValue", "")]
    [InlineData("Income", "ImputeValue", "0", "MODEL2072", "needs Impute=\"Constant\"", "")]
    [InlineData("When", "DateParts", "Elapsed;Moth", "MODEL2072", "Elapsed, Year, Month, DayOfMonth, DayOfYear, DayOfWeek, Hour", "")]
    [InlineData("Review", "TextBuckets", "5000", "MODEL2072", "from 1 to 4096", "")]
    [InlineData("Review", "WordNgrams", "2-1", "MODEL2072", "valid: 1, 1-2", "")]
    [InlineData("Review", "CharacterNgrams", "3-9", "MODEL2072", "from 1 to 8", "")]
    [InlineData("Region", "Transform", "Log", "MODEL2073", "for features of kind numeric, integer, which it is not: its kind is categorical", "Its settings: MissingIndicator.")]
    [InlineData("When", "Scale", "Quantile", "MODEL2073", "Scale \"Quantile\", which is for features of kind numeric, integer", "")]
    [InlineData("Income", "Text", "Words", "MODEL2073", "kind text", "")]
    public void A_wrong_item_is_told_at_its_place_with_what_is_valid(string include, string name, string value, string code, string part, string hint)
    {
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => Read(SettingsOf.Feature(include, (name, value))));
        Assert.Equal((code, new SourceLocation("M.csproj", 9, 5)), (exception.Diagnostic.Code, exception.Location));
        Assert.Contains(part, exception.Message, StringComparison.Ordinal);
        Assert.EndsWith(hint, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Income", "Agee", "MODEL2070", "Did you mean Age?")]
    [InlineData("Income", "Income", "MODEL2075", "is none")]
    [InlineData("Region", "Plan", "MODEL2075", "\"Region\" (categorical) with \"Plan\" (categorical)")]
    [InlineData("Income", "Review", "MODEL2075", "\"Review\" (text)")]
    [InlineData("Income", "", "MODEL2072", "does not say with what")]
    public void A_wrong_product_is_told_too(string include, string with, string code, string part)
    {
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => Read(SettingsOf.Interaction(include, with)));
        Assert.Equal(code, exception.Diagnostic.Code);
        Assert.Contains(part, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_date_without_elapsed_days_has_no_product() => Assert.Equal(
        FeatureDiagnostics.ImpossibleInteraction,
        Assert.Throws<ModelBuildException>(() => Read(SettingsOf.Feature("When", ("DateParts", "Month")), SettingsOf.Interaction("Income", "When"))).Diagnostic);

    [Fact]
    public void What_stands_twice_is_refused_whatever_the_order_of_a_pair()
    {
        RecordingLog log = new();
        ModelBuildException last = Assert.Throws<ModelBuildException>(() => SettingsOf.Read(
            Table, log, SettingsOf.Feature("Age", ("Scale", "None")), SettingsOf.Feature("Age", ("Impute", "Median")), SettingsOf.Interaction("Age", "Income"), SettingsOf.Interaction("Income", "Age")));
        Assert.Equal([FeatureDiagnostics.Repeated, FeatureDiagnostics.Repeated], [.. log.Reports.Select(report => report.Diagnostic), last.Diagnostic]);
    }

    [Fact]
    public void A_star_sets_what_fits_and_a_features_own_item_wins()
    {
        ProjectFeatures features = Read(
            SettingsOf.Feature("Age", ("Scale", "MinMax")), SettingsOf.Feature("*", ("Scale", "Quantile"), ("Impute", "Constant"), ("ImputeValue", "-1"), ("MissingIndicator", "false")));
        Assert.Equal((FeatureScale.MinMax, -1.0), (features.Of("Age").Scale, features.Of("Age").ImputeValue));
        Assert.Equal(FeatureScale.Quantile, features.Of("Income").Scale);
        Assert.Equal((FeatureScale.Standard, FeatureImpute.Mean), (features.Of("When").Scale, features.Of("When").Impute));
        Assert.False(features.Of("Review").MissingIndicator);
    }

    [Fact]
    public void Options_are_the_same_however_an_item_is_written_and_give_it_back()
    {
        ProjectItem[] items =
        [
            SettingsOf.Feature("When", ("dateparts", "Month; elapsed"), ("SCALE", "robust")), SettingsOf.Feature("*", ("Impute", "median")),
            SettingsOf.Interaction("Region", "Income"), SettingsOf.Interaction("Income", "Age"),
        ];
        ProjectFeatures features = Read(items);
        Assert.Equal(
            [new("Feature.*", "Impute=Median"), new("Feature.When", "Scale=Robust;DateParts=Elapsed,Month"), new("Interaction.Income", "[\"Region\",\"Age\"]")],
            features.Options);
        ProjectFeatures again = Read([.. features.Options.SelectMany(option => FeatureOptions.Items(option, SourceLocation.None))]);
        Assert.Equal(features.Options, again.Options);
        Assert.Equal(features.Interactions, again.Interactions);
        Assert.Equal([DatePart.Elapsed, DatePart.Month], again.Of("When").DateParts);
    }

    [Fact]
    public void Settings_that_a_trainer_does_not_use_are_warned_of()
    {
        ProjectFeatures features = Read(SettingsOf.Feature("Income", ("Monotone", "Increasing"), ("Transform", "Log"), ("Scale", "None")));
        RecordingLog log = new();
        SettingsWithoutEffect.Report(features, FeatureForm.Indicators, "Ridge", log);
        SettingsWithoutEffect.Report(features, FeatureForm.Native, "Trees", log);
        Assert.Equal(
            ["Monotone of the ModelFeature \"Income\" has no effect with Ridge", "Transform, Scale of the ModelFeature \"Income\" have no effect with Trees"],
            log.Reports.Select(report => report.Text.Split(", which")[0]));
    }

    private static ProjectFeatures Read(params ProjectItem[] items) => SettingsOf.Read(Table, null, items);
}

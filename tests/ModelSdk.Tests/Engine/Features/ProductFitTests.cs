using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Tests.Engine.Training;

namespace ModelSdk.Tests.Engine.Features;

public sealed class ProductFitTests
{
    private static TestTable Table => new TestTable(ModelTask.Regression)
        .Number("a", [1, 2, 3, double.NaN])
        .Category("z", ["p", "q", null, "p"], "p", "q")
        .Number("b", [5, 5, 9, 9])
        .Date("d", "1970-01-01", "1970-01-02", "1970-01-03", "1970-01-04", "1970-01-05");

    [Fact]
    public void Numbers_are_multiplied_as_they_are_scaled()
    {
        IReadOnlyList<FeatureEncoding> encodings = SettingsOf.Fit(Table, FeatureForm.Indicators, SettingsOf.Feature("*", ("Scale", "None")), SettingsOf.Interaction("a", "b"));
        int product = NameOf(encodings, "a × b");
        Assert.Equal([5, 10, 27, 2 * 9], SettingsOf.Encode(Table, encodings).Select(row => row[product]));
    }

    [Fact]
    public void A_category_gives_a_product_for_each_of_its_indicators()
    {
        IReadOnlyList<FeatureEncoding> encodings = SettingsOf.Fit(Table, FeatureForm.Indicators, SettingsOf.Feature("b", ("Scale", "None")), SettingsOf.Interaction("z", "b"));
        int first = NameOf(encodings, "b × z=p");
        Assert.Equal([first + 1, first + 2], [NameOf(encodings, "b × z=q"), NameOf(encodings, "b × z (missing)")]);
        Assert.Equal([[5, 0, 0], [0, 5, 0], [0, 0, 9], [9, 0, 0]], SettingsOf.Encode(Table, encodings).Select(row => row[first..(first + 3)]));
    }

    [Fact]
    public void The_reference_has_no_product()
    {
        IReadOnlyList<FeatureEncoding> encodings = SettingsOf.Fit(Table, FeatureForm.IndicatorsWithReference, SettingsOf.Interaction("b", "z"));
        Assert.Equal(["b × z=q", "b × z (missing)"], DesignColumns.Of(encodings).Select(column => column.Name).Where(name => name.Contains('×', StringComparison.Ordinal)));
    }

    [Fact]
    public void A_date_multiplies_by_its_elapsed_days()
    {
        IReadOnlyList<FeatureEncoding> encodings = SettingsOf.Fit(Table, FeatureForm.Indicators, SettingsOf.Feature("*", ("Scale", "None")), SettingsOf.Interaction("d", "b"));
        int product = NameOf(encodings, "d (elapsed) × b");
        Assert.Equal([5, 10, 27, 36], SettingsOf.Encode(Table, encodings).Select(row => row[product]));
    }

    [Fact]
    public void Trees_get_products_of_numbers_only()
    {
        IReadOnlyList<FeatureEncoding> encodings = SettingsOf.Fit(Table, FeatureForm.Native, SettingsOf.Interaction("a", "b"), SettingsOf.Interaction("a", "z"));
        int product = NameOf(encodings, "a × b");
        Assert.Equal([5, 10, 27, double.NaN], SettingsOf.Encode(Table, encodings).Select(row => row[product]));
        Assert.Equal(-1, NameOf(encodings, "a × z"));
    }

    private static int NameOf(IReadOnlyList<FeatureEncoding> encodings, string name) => DesignColumns.Of(encodings).Select(column => column.Name).ToList().IndexOf(name);
}

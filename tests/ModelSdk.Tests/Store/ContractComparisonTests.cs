using ModelSdk.Contracts;
using ModelSdk.Contracts.Schema;
using ModelSdk.Contracts.Versions;

namespace ModelSdk.Tests.Store;

public sealed class ContractComparisonTests
{
    private static readonly ContractColumn Age = new("age", "Age", ColumnRole.Feature, ColumnKind.Numeric);

    private static readonly ContractColumn Region =
        new("region", "Region", ColumnRole.Feature, ColumnKind.Categorical) { Closed = true, Categories = List("east", "west") };

    private static readonly ContractColumn Churned =
        new("churned", "Churned", ColumnRole.Label, ColumnKind.Categorical) { Classes = List("no", "yes"), Positive = "yes" };

    [Fact]
    public void An_equal_contract_changes_nothing() => Changes(Contract(Age, Region, Churned));

    [Fact]
    public void Another_order_of_the_columns_changes_nothing() => Changes(Contract(Churned, Region, Age));

    [Fact]
    public void What_only_people_read_changes_nothing() =>
        Changes(Contract(Age with { Description = "In years", Unit = "a", Minimum = 18, Maximum = 99, Property = "Years" }, Region, Churned));

    [Theory]
    [InlineData(ColumnRole.Ignore)]
    [InlineData(ColumnRole.Weight)]
    [InlineData(ColumnRole.Group)]
    public void A_new_column_that_is_no_feature_changes_nothing(ColumnRole role) =>
        Changes(Contract(Age, Region, Churned, new ContractColumn("other", "Other", role, ColumnKind.Numeric)));

    [Fact]
    public void A_removed_feature_breaks() => Changes(Contract(Region, Churned), "Major: feature \"age\" was removed");

    [Fact]
    public void A_feature_that_is_ignored_from_now_on_breaks() =>
        Changes(Contract(Age with { Role = ColumnRole.Ignore }, Region, Churned), "Major: feature \"age\" was removed");

    [Fact]
    public void A_feature_of_another_kind_breaks() =>
        Changes(Contract(Age with { Kind = ColumnKind.Integer }, Region, Churned), "Major: feature \"age\" was numeric and is integer");

    [Fact]
    public void A_feature_that_may_be_missing_has_another_type() =>
        Changes(Contract(Age with { Nullable = true }, Region, Churned), "Major: feature \"age\" was numeric and is numeric or missing");

    [Fact]
    public void A_new_required_feature_breaks() =>
        Changes(Contract(Age, Region, Churned, Age with { Name = "income" }), "Major: feature \"income\" is new and required (numeric)");

    [Fact]
    public void A_new_optional_feature_does_not_break() =>
        Changes(Contract(Age, Region, Churned, Age with { Name = "income", Nullable = true }), "Minor: feature \"income\" is new and optional (numeric)");

    [Fact]
    public void Another_task_breaks() =>
        Assert.Equal(
            ["Major: the task was BinaryClassification and is MulticlassClassification"],
            Texts(Contract(Age, Region, Churned), Contract(Age, Region, Churned) with { Task = ModelTask.MulticlassClassification }));

    [Fact]
    public void Another_label_breaks() =>
        Changes(Contract(Age, Region, Churned with { Name = "left" }), "Major: the label was \"churned\" and is \"left\"");

    [Fact]
    public void A_label_of_another_kind_breaks() =>
        Changes(Contract(Age, Region, Churned with { Kind = ColumnKind.Text }), "Major: label \"churned\" was categorical and is text");

    [Fact]
    public void New_classes_break() =>
        Changes(Contract(Age, Region, Churned with { Classes = List("maybe", "no", "yes") }), "Major: the classes of \"churned\" changed: new \"maybe\"");

    [Fact]
    public void Classes_that_come_and_go_are_one_change() =>
        Changes(
            Contract(Age, Region, Churned with { Classes = List("left", "stayed"), Positive = "left" }),
            "Major: the classes of \"churned\" changed: new \"left\", \"stayed\"; no longer \"no\", \"yes\"");

    [Fact]
    public void Classes_in_another_order_break() =>
        Changes(Contract(Age, Region, Churned with { Classes = List("yes", "no") }), "Major: the classes of \"churned\" stand in another order");

    [Fact]
    public void Another_positive_class_breaks() =>
        Changes(Contract(Age, Region, Churned with { Positive = "no" }), "Major: the positive class was \"yes\" and is \"no\"");

    [Fact]
    public void A_set_that_is_opened_breaks() =>
        Changes(
            Contract(Age, Region with { Closed = false, Categories = default }, Churned),
            "Major: feature \"region\" takes any category now, its set was closed");

    [Fact]
    public void A_set_that_is_closed_breaks() =>
        Assert.Equal(
            ["Major: feature \"region\" takes a closed set of categories now"],
            Texts(Contract(Age, Region with { Closed = false, Categories = default }, Churned), Contract(Age, Region, Churned)));

    [Fact]
    public void A_category_that_goes_breaks_and_one_that_comes_does_not() =>
        Changes(
            Contract(Age, Region with { Categories = List("east", "north") }, Churned),
            "Major: feature \"region\" no longer takes \"west\"",
            "Minor: feature \"region\" also takes \"north\"");

    [Fact]
    public void What_breaks_comes_first() =>
        Changes(
            Contract(Age with { Name = "bonus", Nullable = true }, Region, Churned),
            "Major: feature \"age\" was removed",
            "Minor: feature \"bonus\" is new and optional (numeric)");

    private static void Changes(ModelContract after, params string[] expected) => Assert.Equal(expected, Texts(Contract(Age, Region, Churned), after));

    private static IEnumerable<string> Texts(ModelContract before, ModelContract after) =>
        ContractComparison.Compare(before, after).Select(change => $"{change.Bump}: {change.Text}");

    private static ModelContract Contract(params ContractColumn[] columns) =>
        new(ModelTask.BinaryClassification, new EquatableArray<ContractColumn>(columns));

    private static EquatableArray<string> List(params string[] names) => new(names);
}

using ModelSdk.Contracts;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Inference;
using ModelSdk.Tests.Engine.Data;

namespace ModelSdk.Tests.Engine.Inference;

public sealed class ContractUpdateTests
{
    private static readonly ContractColumn Feature = CsvText.Column("x", ColumnKind.Integer) with { Minimum = 0, Maximum = 9 };

    [Fact]
    public void Edits_are_kept()
    {
        ContractColumn edited = Feature with { Role = ColumnRole.Key, Kind = ColumnKind.Categorical, Property = "Customer", Unit = "mm", Description = "Who.", Minimum = null, Maximum = null, Closed = true, Categories = new(["a"]), LeakageAccepted = true };
        ModelContract existing = CsvText.Contract(edited, CsvText.Label());
        UpdatedContract updated = ContractUpdate.Merge(existing, CsvText.Contract(Feature, CsvText.Label()));
        Assert.Equal(existing, updated.Contract);
        Assert.Empty(updated.Changes);
    }

    [Fact]
    public void New_columns_are_added_lost_ones_removed_and_both_are_said()
    {
        ModelContract existing = CsvText.Contract(Feature, CsvText.Column("gone", ColumnKind.Numeric), CsvText.Label());
        ContractColumn added = CsvText.Column("new x", ColumnKind.Numeric) with { Property = "X" };
        UpdatedContract updated = ContractUpdate.Merge(existing, CsvText.Contract(added, Feature, CsvText.Label()));
        Assert.Equal(["x", "y", "new x"], updated.Contract.Columns.Select(column => column.Name));
        Assert.Equal("X2", updated.Contract.Columns[2].Property);
        Assert.Equal(2, updated.Changes.Count);
    }

    [Fact]
    public void Ranges_and_missing_values_follow_the_data()
    {
        UpdatedContract updated = ContractUpdate.Merge(
            CsvText.Contract(Feature, CsvText.Label()), CsvText.Contract(Feature with { Maximum = 12, Nullable = true }, CsvText.Label()));
        Assert.Equal((12, true), (updated.Contract.Columns[0].Maximum, updated.Contract.Columns[0].Nullable));
        Assert.Equal(2, updated.Changes.Count);
    }

    [Fact]
    public void New_classes_come_behind_the_known_ones()
    {
        UpdatedContract updated = ContractUpdate.Merge(Classified("c", "b", "d"), Classified("a", "b", "c", "e"));
        Assert.Equal(["c", "b", "d", "a", "e"], updated.Contract.Label.Classes);
        Assert.Contains("\"a\", \"e\"", Assert.Single(updated.Changes), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_label_and_task_are_followed()
    {
        ModelContract existing = CsvText.Contract(Feature, CsvText.Label());
        ContractColumn label = Feature with { Role = ColumnRole.Label, Classes = new(["1", "2", "3"]) };
        ModelContract inferred = CsvText.Contract(label, CsvText.Column("y", ColumnKind.Numeric)) with { Task = ModelTask.MulticlassClassification };
        UpdatedContract updated = ContractUpdate.Merge(existing, inferred);
        Assert.Equal(inferred, updated.Contract);
        Assert.Equal(3, updated.Changes.Count);
    }

    private static ModelContract Classified(params string[] classes) => new(
        ModelTask.MulticlassClassification,
        new EquatableArray<ContractColumn>([Feature, CsvText.Column("y", ColumnKind.Categorical, ColumnRole.Label) with { Classes = new(classes) }]));
}

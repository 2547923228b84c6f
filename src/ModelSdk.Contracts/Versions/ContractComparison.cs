using ModelSdk.Contracts.Schema;

namespace ModelSdk.Contracts.Versions;

/// <summary>What callers of a model notice when its contract changes. Only the semantic part is compared, which is what a model file carries.</summary>
public static class ContractComparison
{
    /// <summary>
    /// Lists the differences, those that break callers first. A removed or re-typed feature, a new required feature, and any change of task, label
    /// or classes break; a new optional feature does not. The order of the columns, and roles other than feature and label, change nothing for callers.
    /// </summary>
    /// <param name="before">The parent's contract.</param>
    /// <param name="after">The new contract.</param>
    public static IReadOnlyList<ContractChange> Compare(ModelContract before, ModelContract after)
    {
        List<ContractChange> changes = [];
        if (before.Task != after.Task)
        {
            changes.Add(Breaks($"the task was {before.Task} and is {after.Task}"));
        }

        CompareLabels(before.Label, after.Label, changes);
        changes.AddRange(before.Features.Where(feature => Feature(after, feature.Name) is null).Select(feature => Breaks($"feature \"{feature.Name}\" was removed")));
        foreach (ContractColumn feature in after.Features)
        {
            CompareFeature(Feature(before, feature.Name), feature, changes);
        }

        return [.. changes.OrderByDescending(change => change.Bump)];
    }

    private static void CompareLabels(ContractColumn before, ContractColumn after, List<ContractChange> changes)
    {
        if (before.Name != after.Name)
        {
            changes.Add(Breaks($"the label was \"{before.Name}\" and is \"{after.Name}\""));
        }
        else if (before.Kind != after.Kind)
        {
            changes.Add(Breaks($"label \"{after.Name}\" was {ContractWriter.Word(before.Kind)} and is {ContractWriter.Word(after.Kind)}"));
        }

        string[] added = [.. after.Classes.Except(before.Classes)];
        string[] removed = [.. before.Classes.Except(after.Classes)];
        if (added.Length + removed.Length > 0)
        {
            string[] parts = [Classes("new", added), Classes("no longer", removed)];
            changes.Add(Breaks($"the classes of \"{after.Name}\" changed: {string.Join("; ", parts.Where(part => part.Length > 0))}"));
        }
        else if (before.Classes != after.Classes)
        {
            changes.Add(Breaks($"the classes of \"{after.Name}\" stand in another order"));
        }

        if (before.Positive != after.Positive && added.Length + removed.Length == 0)
        {
            changes.Add(Breaks($"the positive class was \"{before.Positive}\" and is \"{after.Positive}\""));
        }
    }

    private static void CompareFeature(ContractColumn? before, ContractColumn after, List<ContractChange> changes)
    {
        string feature = $"feature \"{after.Name}\"";
        if (before is null)
        {
            string kind = ContractWriter.Word(after.Kind);
            changes.Add(after.Nullable ? new ContractChange(VersionBump.Minor, $"{feature} is new and optional ({kind})") : Breaks($"{feature} is new and required ({kind})"));
        }
        else if (Type(before) != Type(after))
        {
            changes.Add(Breaks($"{feature} was {Type(before)} and is {Type(after)}"));
        }
        else
        {
            CompareCategories(before, after, feature, changes);
        }
    }

    private static void CompareCategories(ContractColumn before, ContractColumn after, string feature, List<ContractChange> changes)
    {
        if (before.Closed != after.Closed)
        {
            changes.Add(Breaks(after.Closed ? $"{feature} takes a closed set of categories now" : $"{feature} takes any category now, its set was closed"));
            return;
        }

        string[] removed = after.Closed ? [.. before.Categories.Except(after.Categories)] : [];
        string[] added = after.Closed ? [.. after.Categories.Except(before.Categories)] : [];
        if (removed.Length > 0)
        {
            changes.Add(Breaks($"{feature} no longer takes {List(removed)}"));
        }

        if (added.Length > 0)
        {
            changes.Add(new ContractChange(VersionBump.Minor, $"{feature} also takes {List(added)}"));
        }
    }

    private static ContractColumn? Feature(ModelContract contract, string name) =>
        contract.Find(name) is { Role: ColumnRole.Feature } feature ? feature : null;

    private static string Type(ContractColumn column) => ContractWriter.Word(column.Kind) + (column.Nullable ? " or missing" : "");

    private static string Classes(string what, string[] names) => names.Length == 0 ? "" : $"{what} {List(names)}";

    private static string List(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"\"{name}\""));

    private static ContractChange Breaks(string text) => new(VersionBump.Major, text);
}

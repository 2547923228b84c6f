using ModelSdk.Contracts;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Inference;

/// <summary>Brings a contract up to date with data without losing what its owner edited.</summary>
public static class ContractUpdate
{
    /// <summary>
    /// Keeps of every known column its role, kind, property, unit, description, categories and leakage mark; adds new columns and new classes;
    /// takes seen ranges and new missing values over; drops columns that the data no longer has. A changed task or label is followed.
    /// </summary>
    /// <param name="existing">The contract as it is.</param>
    /// <param name="inferred">What the data would give without it.</param>
    public static UpdatedContract Merge(ModelContract existing, ModelContract inferred)
    {
        List<string> changes = existing.Task == inferred.Task ? [] : [$"task: {existing.Task} → {inferred.Task}"];
        List<ContractColumn> columns = [];
        foreach (ContractColumn old in existing.Columns)
        {
            if (inferred.Find(old.Name) is ContractColumn seen)
            {
                columns.Add(MergeColumn(FollowTask(old, seen, existing.Task, inferred.Task, changes), seen, changes, inferred.Task));
            }
            else
            {
                changes.Add($"{Quote.Value(old.Name)}: removed, the data no longer has it");
            }
        }

        foreach (ContractColumn added in inferred.Columns.Where(column => existing.Find(column.Name) is null))
        {
            columns.Add(added with { Property = FreeProperty(added.Property, columns) });
            changes.Add($"{Quote.Value(added.Name)}: added as {ContractWriter.Word(added.Role)}, {ContractWriter.Word(added.Kind)}");
        }

        return new UpdatedContract(new ModelContract(inferred.Task, new EquatableArray<ContractColumn>(columns)), changes);
    }

    // A forecast has other roles than all other tasks.
    private static ContractColumn FollowTask(ContractColumn old, ContractColumn seen, ModelTask before, ModelTask after, List<string> changes)
    {
        bool other = (before == ModelTask.Forecasting) != (after == ModelTask.Forecasting);
        bool follows = old.Role is ColumnRole.Feature or ColumnRole.Ignore or ColumnRole.Time or ColumnRole.Group or ColumnRole.Weight;
        if (!other || !follows || old.Role == seen.Role || seen.Role == ColumnRole.Label)
        {
            return old;
        }

        changes.Add($"{Quote.Value(old.Name)}: {ContractWriter.Word(old.Role)} → {ContractWriter.Word(seen.Role)}");
        return old with { Role = seen.Role };
    }

    private static ContractColumn MergeColumn(ContractColumn old, ContractColumn seen, List<string> changes, ModelTask task)
    {
        string name = Quote.Value(old.Name);
        if ((old.Role == ColumnRole.Label) != (seen.Role == ColumnRole.Label))
        {
            changes.Add($"{name}: {ContractWriter.Word(old.Role)} → {ContractWriter.Word(seen.Role)}");
            return seen with { Property = old.Property, Unit = old.Unit, Description = old.Description };
        }

        bool becomesNullable = seen.Nullable && !old.Nullable && old.Role is not (ColumnRole.Label or ColumnRole.Weight)
            && !(task == ModelTask.Forecasting && old.Role is (ColumnRole.Time or ColumnRole.Group));
        if (becomesNullable)
        {
            changes.Add($"{name}: values are missing now, \"nullable\": true");
        }

        bool hasRange = old.Kind is ColumnKind.Numeric or ColumnKind.Integer && seen.Minimum is not null;
        ContractColumn merged = old with
        {
            Nullable = old.Nullable || becomesNullable,
            Minimum = hasRange ? seen.Minimum : old.Minimum,
            Maximum = hasRange ? seen.Maximum : old.Maximum,
        };
        if (merged.Minimum != old.Minimum || merged.Maximum != old.Maximum)
        {
            changes.Add(FormattableString.Invariant($"{name}: seen from {merged.Minimum} to {merged.Maximum}"));
        }

        return old.Role == ColumnRole.Label ? MergeClasses(merged, seen, changes) : merged;
    }

    private static ContractColumn MergeClasses(ContractColumn old, ContractColumn seen, List<string> changes)
    {
        string[] added = [.. seen.Classes.Except(old.Classes)];
        bool bothBoolean = old.Kind == ColumnKind.Boolean && seen.Kind == ColumnKind.Boolean;
        if (bothBoolean || (added.Length == 0 && (old.Classes.Count > 2 || old.Classes.Count == seen.Classes.Count)))
        {
            return old;
        }

        if (old.Classes.Count > 2 && seen.Classes.Count > 2)
        {
            changes.Add($"{Quote.Value(old.Name)}: new {(added.Length == 1 ? "class" : "classes")} {List(added)}");
            return old with { Kind = seen.Kind, Classes = new([.. old.Classes, .. added]) };
        }

        changes.Add($"{Quote.Value(old.Name)}: {(seen.Classes.Count == 0 ? "a number now" : $"classes {List(seen.Classes)}")}");
        return old with { Kind = seen.Kind, Classes = seen.Classes, Positive = seen.Positive };
    }

    private static string FreeProperty(string property, List<ContractColumn> columns)
    {
        string free = property;
        for (int number = 2; columns.Any(column => column.Property == free); number++)
        {
            free = FormattableString.Invariant($"{property}{number}");
        }

        return free;
    }

    private static string List(IEnumerable<string> classes) => Quote.List([.. classes.Select(Quote.Value)]);
}

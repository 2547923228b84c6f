namespace ModelSdk.Contracts.Schema;

/// <summary>The rules that hold between the members of a contract.</summary>
internal static class ContractRules
{
    public static void Check(ModelContract contract, ContractProblems problems)
    {
        CheckUnique(contract, column => column.Name, "name", problems);
        CheckUnique(contract, column => column.Property, "property", problems);
        CheckLabelCount(contract, problems);
        foreach (ContractColumn column in contract.Columns)
        {
            foreach (string message in ColumnProblems(column, contract.Task))
            {
                problems.Add($"Column \"{column.Name}\": {message}", column.Position.Text);
            }
        }
    }

    private static void CheckUnique(ModelContract contract, Func<ContractColumn, string> key, string member, ContractProblems problems)
    {
        foreach (IGrouping<string, ContractColumn> group in contract.Columns.GroupBy(key).Where(group => group.Count() > 1))
        {
            problems.Add($"Two columns have the {member} \"{group.Key}\".", group.Last().Position.Text);
        }
    }

    private static void CheckLabelCount(ModelContract contract, ContractProblems problems)
    {
        int labels = contract.Columns.Count(column => column.Role == ColumnRole.Label);
        if (labels != 1)
        {
            problems.Add($"The contract has {labels} columns with role \"label\"; it needs exactly one.", default);
        }

        if (contract.Task == ModelTask.Forecasting)
        {
            ForecastRules.Check(contract, problems);
        }
        else if (contract.Features.Count == 0)
        {
            problems.Add("The contract has no column with role \"feature\"; a model needs at least one.", default);
        }

        foreach (ColumnRole role in new[] { ColumnRole.Weight, ColumnRole.Split, ColumnRole.Time })
        {
            int count = contract.Columns.Count(column => column.Role == role);
            if (count > 1)
            {
                problems.Add($"{count} columns have the role \"{ContractWriter.Word(role)}\"; at most one may.", default);
            }
        }
    }

    private static IEnumerable<string> ColumnProblems(ContractColumn column, ModelTask task)
    {
        if (column.Name.Length == 0)
        {
            yield return "the name is empty.";
        }

        if (!PropertyNames.IsValid(column.Property))
        {
            yield return $"\"{column.Property}\" is not usable as a C# property name.";
        }

        if (column.Minimum > column.Maximum)
        {
            yield return "the minimum is above the maximum.";
        }

        if (column.Closed && (column.Kind != ColumnKind.Categorical || column.Categories.Count == 0))
        {
            yield return "\"closed\" needs kind \"categorical\" and a list of \"categories\".";
        }

        if (column.Categories.Distinct().Count() != column.Categories.Count || column.Classes.Distinct().Count() != column.Classes.Count)
        {
            yield return "a category or class is listed twice.";
        }

        if (column.Reference is not null && column.Kind != ColumnKind.Date)
        {
            yield return "\"reference\" is the day from which a date counts; only columns of kind \"date\" have one.";
        }

        if (column.Role == ColumnRole.Weight && column.Kind is not (ColumnKind.Numeric or ColumnKind.Integer))
        {
            yield return "a weight is \"numeric\" or \"integer\".";
        }

        foreach (string problem in column.Role == ColumnRole.Label ? LabelProblems(column, task) : [])
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> LabelProblems(ContractColumn label, ModelTask task)
    {
        if (task.PredictsNumber())
        {
            if (label.Kind is not (ColumnKind.Numeric or ColumnKind.Integer))
            {
                yield return $"the label of a regression is \"numeric\" or \"integer\", not \"{ContractWriter.Word(label.Kind)}\".";
            }

            yield break;
        }

        int least = task.HasTwoClasses() ? 2 : 3;
        if (label.Classes.Count < least || (least == 2 && label.Classes.Count > 2))
        {
            yield return $"{task} needs {(least == 2 ? "exactly 2" : "at least 3")} \"classes\", not {label.Classes.Count}.";
        }

        if (task.HasTwoClasses() && (label.Positive is null || !label.Classes.Contains(label.Positive)))
        {
            yield return $"\"positive\" is {(label.Positive is null ? "missing" : $"\"{label.Positive}\"")}; valid: {string.Join(", ", label.Classes)}.";
        }
    }
}

using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Splits;

/// <summary>Takes the test rows from the column with the role <c>split</c>: <c>train</c> and <c>test</c>, in any case.</summary>
public static class PredefinedSplit
{
    private const string Advice = "The split column decides this; change its values";

    /// <summary>Divides the rows.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="contract">Their contract.</param>
    /// <param name="declaredAt">Where the split is set, for messages.</param>
    /// <exception cref="ModelBuildException">There is no split column, it holds another value or none, or a side lacks rows or classes.</exception>
    public static RowSplit Split(DataTable table, ModelContract contract, SourceLocation declaredAt)
    {
        DataColumn column = table.Columns.FirstOrDefault(column => column.Schema.Role == ColumnRole.Split)
            ?? throw Invalid("ModelSplitBy is Predefined, but no column of the contract has the role \"split\". Set \"role\": \"split\" for the column that holds train or test.", declaredAt);
        string name = Quote.Value(column.Schema.Name);
        if (column.Schema.Kind is not (ColumnKind.Categorical or ColumnKind.Text))
        {
            throw Invalid($"The split column {name} has the kind \"{ContractWriter.Word(column.Schema.Kind)}\"; it needs \"categorical\", with the values train and test.", declaredAt);
        }

        double[] values = column.Values;
        string[] others = [.. column.Dictionary.Where(value => !Is(value, "train") && !Is(value, "test")).Select(Quote.Value)];
        if (others.Length > 0 || values.Any(double.IsNaN))
        {
            string found = others.Length > 0 ? $"holds {Quote.List(others)}" : "has rows without a value";
            throw Invalid($"The split column {name} {found}; valid: train, test.", declaredAt);
        }

        RowSplit split = RowSplit.By(table.RowCount, row => Is(column.Dictionary[(int)values[row]], "test"));
        SplitCheck.RequireBothSides(split, table, contract, Advice, declaredAt);
        return split;
    }

    private static bool Is(string value, string word) => string.Equals(value.Trim(), word, StringComparison.OrdinalIgnoreCase);

    private static ModelBuildException Invalid(string text, SourceLocation declaredAt) => new(DataDiagnostics.InvalidSplitColumn, text, declaredAt);
}

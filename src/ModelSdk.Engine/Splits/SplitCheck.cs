using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Splits;

/// <summary>Checks that rows are enough to train or to judge.</summary>
public static class SplitCheck
{
    /// <summary>Requires at least one row of every class.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="contract">Their contract; nothing is required of a regression.</param>
    /// <param name="rows">The rows of one side.</param>
    /// <param name="side">The side's name: <c>training</c> or <c>test</c>.</param>
    /// <param name="advice">What the user can do, as a clause without full stop.</param>
    /// <param name="declaredAt">Where the split is set.</param>
    /// <exception cref="ModelBuildException">A class has no row.</exception>
    public static void RequireClasses(DataTable table, ModelContract contract, IReadOnlyList<int> rows, string side, string advice, SourceLocation declaredAt)
    {
        DataColumn label = table.Column(contract.Label.Name);
        bool[] present = new bool[label.Schema.Classes.Count];
        Func<int, int> classOf = ClassLabels.Indices(label);
        foreach (int row in present.Length == 0 ? [] : rows)
        {
            present[classOf(row)] = true;
        }

        string[] absent = [.. label.Schema.Classes.Where((_, index) => !present[index]).Select(Quote.Value)];
        if (absent.Length > 0)
        {
            string classes = $"{(absent.Length == 1 ? "The class" : "The classes")} {Quote.List(absent)} of {Quote.Value(label.Schema.Name)}";
            throw new ModelBuildException(
                DataDiagnostics.EmptySplit, $"{classes} {(absent.Length == 1 ? "has" : "have")} no {side} row among {Count.Of(rows.Count, $"{side} row")}. {advice}.", declaredAt);
        }
    }

    /// <summary>Requires rows and every class on both sides.</summary>
    /// <param name="split">The rows of both sides.</param>
    /// <param name="table">The rows.</param>
    /// <param name="contract">Their contract.</param>
    /// <param name="advice">What the user can do, as a clause without full stop.</param>
    /// <param name="declaredAt">Where the split is set.</param>
    /// <exception cref="ModelBuildException">A side has no row, or lacks a class.</exception>
    public static void RequireBothSides(RowSplit split, DataTable table, ModelContract contract, string advice, SourceLocation declaredAt)
    {
        RequireRows(split, table, advice, declaredAt);
        RequireClasses(table, contract, split.Training, "training", advice, declaredAt);
        RequireClasses(table, contract, split.Test, "test", advice, declaredAt);
    }

    internal static void RequireRows(RowSplit split, DataTable table, string advice, SourceLocation declaredAt)
    {
        if (split.Training.Length == 0 || split.Test.Length == 0)
        {
            string side = split.Test.Length == 0 ? "test" : "training";
            throw new ModelBuildException(DataDiagnostics.EmptySplit, $"Of {Count.Of(table.RowCount, "row")} none became a {side} row. {advice}.", declaredAt);
        }
    }
}

using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Data;

/// <summary>Which rows a table must have.</summary>
internal static class TableRows
{
    /// <summary>Stops where a file has no row.</summary>
    public static void RequireAny(long rows, DataFile file)
    {
        if (rows == 0)
        {
            throw new ModelBuildException(DataDiagnostics.DataFileEmpty, "The file has a header and no rows.", new SourceLocation(file.Path, 1, 1));
        }
    }

    /// <summary>Stops where no row has a label, and warns where some have none.</summary>
    /// <param name="rows">How many rows were read.</param>
    /// <param name="labelled">How many of them have a label.</param>
    /// <param name="contract">Names the label.</param>
    /// <param name="log">Gets the warning.</param>
    /// <param name="declaredAt">The item that named the data.</param>
    public static void RequireLabels(long rows, long labelled, ModelContract contract, IEngineLog log, SourceLocation declaredAt)
    {
        string label = Quote.Value(contract.Label.Name);
        if (labelled == 0)
        {
            throw new ModelBuildException(DataDiagnostics.NoLabelledRow, $"None of the {Count.Of(rows, "row")} has a value in the label column {label}.", declaredAt);
        }

        if (labelled < rows)
        {
            log.Report(
                DataDiagnostics.RowsWithoutLabel, $"{Count.Of(rows - labelled, "row")} of {Count.Text(rows)} without a value in the label column {label} left out.", declaredAt);
        }
    }
}

using ModelSdk.Engine.Training.Linear;
using Spectre.Console;

namespace ModelSdk.Cli.Output;

/// <summary>Coefficients as a table for each output.</summary>
internal static class CoefficientText
{
    public static void Write(IReadOnlyList<CoefficientTable> coefficients, TerminalOutput terminal)
    {
        foreach (CoefficientTable table in coefficients)
        {
            terminal.Message("");
            terminal.Message(table.Output);
            terminal.Write(Table(table, terminal.Table()));
        }
    }

    private static Table Table(CoefficientTable coefficients, Table table)
    {
        table.AddColumn("Term");
        table.AddColumn("Coefficient", column => column.RightAligned());
        table.AddColumn("Standardised", column => column.RightAligned());
        table.AddRow(Cell.Of("(intercept)"), Cell.Of(RecordText.Number(coefficients.Intercept)), Cell.Of(""));
        foreach (Coefficient coefficient in coefficients.Rows)
        {
            table.AddRow(Cell.Of(coefficient.Term), Cell.Of(RecordText.Number(coefficient.Value)), Cell.Of(RecordText.Number(coefficient.Standardised)));
        }

        return table;
    }
}

using ModelSdk.Engine.Training;
using ModelSdk.Engine.Training.Linear;
using Spectre.Console;

namespace ModelSdk.Cli.Output;

/// <summary>Coefficients as a table for each output.</summary>
internal static class CoefficientText
{
    private const string Intercept = "(intercept)";

    /// <summary>Writes the tables.</summary>
    /// <param name="coefficients">One for each output.</param>
    /// <param name="terminal">Gets the text.</param>
    /// <param name="statistics">How certain the coefficients of the only output are; empty where that is not known.</param>
    public static void Write(IReadOnlyList<CoefficientTable> coefficients, TerminalOutput terminal, IReadOnlyList<CoefficientStatistic>? statistics = null)
    {
        Dictionary<string, CoefficientStatistic> byName = (statistics ?? []).ToDictionary(statistic => statistic.Name, StringComparer.Ordinal);
        foreach (CoefficientTable table in coefficients)
        {
            terminal.Message("");
            terminal.Message(table.Output);
            terminal.Write(Table(table, byName, terminal.Table()));
        }
    }

    private static Table Table(CoefficientTable coefficients, Dictionary<string, CoefficientStatistic> statistics, Table table)
    {
        table.AddColumn("Term");
        table.AddColumn("Coefficient", column => column.RightAligned());
        table.AddColumn("Standardised", column => column.RightAligned());
        foreach (string name in statistics.Count > 0 ? (string[])["Standard error", "t", "p"] : [])
        {
            table.AddColumn(name, column => column.RightAligned());
        }

        table.AddRow([Cell.Of(Intercept), Cell.Of(RecordText.Number(coefficients.Intercept)), Cell.Of(""), .. Certainty(Intercept, statistics)]);
        foreach (Coefficient coefficient in coefficients.Rows)
        {
            table.AddRow([Cell.Of(coefficient.Term), Cell.Of(RecordText.Number(coefficient.Value)), Cell.Of(RecordText.Number(coefficient.Standardised)), .. Certainty(coefficient.Term, statistics)]);
        }

        return table;
    }

    private static IEnumerable<Text> Certainty(string term, Dictionary<string, CoefficientStatistic> statistics) =>
        statistics.Count == 0 ? []
        : statistics.TryGetValue(term, out CoefficientStatistic? statistic) ? [Number(statistic.StandardError), Number(statistic.TValue), Number(statistic.PValue)]
        : [Cell.Of(""), Cell.Of(""), Cell.Of("")];

    private static Text Number(double value) => Cell.Of(double.IsFinite(value) ? RecordText.Number(value) : "–");
}

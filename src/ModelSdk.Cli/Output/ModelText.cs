using System.Globalization;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Training.Linear;
using Spectre.Console;

namespace ModelSdk.Cli.Output;

/// <summary>A model as tables for people.</summary>
internal static class ModelText
{
    public static void Write(ModelFile model, VersionRecord? record, IReadOnlyList<CoefficientTable> coefficients)
    {
        Grid facts = new Grid().AddColumns(2);
        Fact("Model", record?.Name ?? "");
        Fact("Version", record?.Version ?? "");
        Fact("Trainer", model.Text(ModelKeys.Trainer));
        Fact("Options", string.Join(", ", record?.Options.Where(option => option.Key != "Trainer").Select(option => $"{option.Key} {option.Value}") ?? []));
        Fact("Model digest", ModelFile.Digest(model.ToBytes()));
        Fact("Data digest", record?.DataDigest ?? "");
        Fact("Recipe digest", record?.RecipeDigest ?? "");
        Fact("Metrics", string.Join(", ", record?.Metrics.Select(metric => $"{metric.Key} {Number(metric.Value)}") ?? []));
        AnsiConsole.Write(facts);
        foreach (CoefficientTable table in coefficients)
        {
            AnsiConsole.Write(Table(table));
        }

        void Fact(string name, string value)
        {
            if (value.Length > 0)
            {
                facts.AddRow(name, Markup.Escape(value));
            }
        }
    }

    private static Table Table(CoefficientTable coefficients)
    {
        Table table = new Table().RoundedBorder().Title(Markup.Escape(coefficients.Output));
        table.AddColumn("Term");
        table.AddColumn("Coefficient", column => column.RightAligned());
        table.AddColumn("Standardised", column => column.RightAligned());
        table.AddRow("(intercept)", Number(coefficients.Intercept), "");
        foreach (Coefficient coefficient in coefficients.Rows)
        {
            table.AddRow(Markup.Escape(coefficient.Term), Number(coefficient.Value), Number(coefficient.Standardised));
        }

        return table;
    }

    private static string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}

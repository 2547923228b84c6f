using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Stations;
using ModelSdk.Engine.Training.Linear;

namespace ModelSdk.Cli.Output;

/// <summary>A model that is no committed version as text for people.</summary>
internal static class ModelText
{
    public static void Write(ModelFile model, BuiltModel? built, IReadOnlyList<CoefficientTable> coefficients, TerminalOutput terminal)
    {
        VersionRecord? record = built?.Version;
        int? testRows = built?.Evaluation?.Rows;
        FactList facts = new();
        facts.Add("Model", record?.Name ?? "");
        facts.Add("Version", record?.Version ?? "");
        facts.Add("Trainer", model.Text(ModelKeys.Trainer));
        facts.Add("Options", record is null ? "" : RecordText.Options(record));
        facts.Add("Model digest", ModelFile.Digest(model.ToBytes()));
        facts.Add("Data digest", record?.DataDigest ?? "");
        facts.Add("Recipe digest", record?.RecipeDigest ?? "");
        facts.Add("Metrics", record is null ? "" : RecordText.Metrics(record, testRows));
        facts.Add("Gates", record is null ? [] : RecordText.Gates(record, testRows));
        facts.Add("Training", built?.Notes ?? []);
        facts.Add("Fit", built is { Figures.Count: > 0 } ? string.Join(", ", built.Figures.Select(figure => $"{figure.Key} {RecordText.Number(figure.Value)}")) : "");
        facts.Write(terminal);
        CoefficientText.Write(coefficients, terminal, built?.Statistics);
    }
}

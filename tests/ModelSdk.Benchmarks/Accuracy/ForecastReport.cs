using System.Globalization;
using System.Text.Json;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Splits;
using ModelSdk.Engine.Training;
using ModelSdk.Engine.Training.Forecasting;
using ModelSdk.Runtime;
using ModelSdk.Tests.Engine.Training.Forecasting;

namespace ModelSdk.Benchmarks.Accuracy;

/// <summary>The mean absolute scaled errors of forecasts, as a Markdown table: on the references' split, and on rolling origins of the default horizon.</summary>
internal static class ForecastReport
{
    private const int RollingOrigins = 8;
    private static readonly string[] Trainers = ["SeasonalNaive", "HoltWinters", "LagRegression", "Auto"];

    /// <summary>Writes the table.</summary>
    /// <param name="folder">The folder of the reference sets.</param>
    /// <param name="output">Gets the text, line by line.</param>
    public static void Write(string folder, TextWriter output)
    {
        output.WriteLine($"| set | origins | {string.Join(" | ", Trainers)} | best reference |");
        output.WriteLine($"|---|---|{string.Concat(Trainers.Select(_ => "---:|"))}---|");
        foreach (string path in Directory.EnumerateFiles(folder, "reference.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            JsonElement reference = JsonDocument.Parse(File.ReadAllText(path)).RootElement;
            if (reference.GetProperty("task").GetString() == "forecast")
            {
                WriteSet(Path.GetFileName(Path.GetDirectoryName(path))!, reference, output);
            }
        }
    }

    private static void WriteSet(string name, JsonElement reference, TextWriter output)
    {
        SeriesTable table = SeriesTable.Read(name);
        JsonProperty best = reference.GetProperty("results").EnumerateObject().MinBy(result => Mase(result.Value));
        ForecastSettings given = new(reference.GetProperty("horizon").GetInt32(), reference.GetProperty("seasonal_period").GetInt32());
        output.WriteLine(Line(name, table, given, 1, string.Create(CultureInfo.InvariantCulture, $"{best.Name} {Mase(best.Value):0.000}")));
        ForecastSettings own = ForecastSettings.Of(table.Table, table.Contract, HyperparameterValues.Defaults(new SeasonalNaive().Hyperparameters));
        output.WriteLine(Line(name, table, own, RollingOrigins, "–"));
    }

    private static double Mase(JsonElement result) => result.GetProperty("mase").GetDouble();

    private static string Line(string name, SeriesTable table, ForecastSettings settings, int origins, string reference)
    {
        IReadOnlyList<RowSplit> folds = RollingOrigin.Folds(table.Table, table.Contract, settings.Horizon, origins, SourceLocation.None);
        IEnumerable<string> errors = Trainers.Select(trainer => folds.Average(fold => Error(trainer, table, settings, fold)).ToString("0.000", CultureInfo.InvariantCulture));
        string times = origins == 1 ? "the last" : string.Create(CultureInfo.InvariantCulture, $"the last {origins}");
        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {times}, {settings.Horizon} steps, season {settings.SeasonLength} | {string.Join(" | ", errors)} | {reference} |");
    }

    private static double Error(string trainer, SeriesTable table, ForecastSettings settings, RowSplit fold)
    {
        (string, string)[] set = [("Horizon", Text(settings.Horizon)), ("SeasonLength", Text(settings.SeasonLength))];
        PredictionModel model = table.Model(TrainerCatalog.Find(trainer, ModelTask.Forecasting, SourceLocation.None), fold.Training, SilentLog.Instance, set);
        double[] truth = table.Table.Pick(table.Contract.Label.Name, fold.Test);
        double[] scores = TableScores.Of(model, table.Table, fold.Test);
        double[] scales = SeasonalNaiveErrors.Of(table.Table, table.Contract, fold, settings.SeasonLength);
        return truth.Select((value, row) => Math.Abs(scores[row] - value) / scales[row]).Average();
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}

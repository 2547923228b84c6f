using System.Globalization;
using ModelSdk.Contracts.Json;
using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Gates;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Cli.Output;

/// <summary>Parts of a version record as people read them.</summary>
internal static class RecordText
{
    public static string Options(VersionRecord record) =>
        string.Join(", ", record.Options.Where(option => option.Key != "Trainer").Select(option => $"{option.Key} {option.Value}"));

    /// <summary>The metrics, and how many rows they stand on.</summary>
    public static string Metrics(VersionRecord record, int? testRows)
    {
        string metrics = string.Join(", ", record.Metrics.Select(metric => $"{metric.Key} {Number(metric.Value)}"));
        return testRows is { } rows && metrics.Length > 0 ? string.Create(CultureInfo.InvariantCulture, $"{metrics} ({rows} test rows)") : metrics;
    }

    /// <summary>A line for each gate.</summary>
    public static IEnumerable<string> Gates(VersionRecord record, int? testRows)
    {
        try
        {
            return [.. GateFile.ReadRecorded(record.Gates, testRows ?? 0, SourceLocation.None).Select(gate => gate.Summary)];
        }
        catch (JsonFormatException exception)
        {
            return [$"cannot be read by this release: {exception.Message}"];
        }
    }

    /// <summary>A line for each waiver.</summary>
    public static IEnumerable<string> Waivers(VersionRecord record) =>
        (record.Waivers?.Items ?? []).Select(waiver => $"{waiver["metric"]?.Text} until {waiver["expires"]?.Text}: {waiver["reason"]?.Text}");

    public static string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}

using System.Globalization;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Projects;

namespace ModelSdk.Engine.Gates;

/// <summary>Checks the <c>&lt;GateWaiver&gt;</c> items of a project.</summary>
public static class GateWaiverReader
{
    /// <summary>The item type.</summary>
    public const string ItemType = "GateWaiver";

    private static readonly string[] Valid = ["Reason", "Expires"];

    /// <summary>Reads the waivers; every problem of every item is reported at its own place.</summary>
    /// <param name="items">Items of the project; those of other types are passed over.</param>
    /// <param name="log">Gets every problem.</param>
    /// <returns>The waivers that are valid, in the order of the items.</returns>
    public static IReadOnlyList<GateWaiver> Read(IEnumerable<ProjectItem> items, IEngineLog log) =>
        [.. items.Where(item => item.Type == ItemType).Select(item => Read(item, log)).OfType<GateWaiver>()];

    private static GateWaiver? Read(ProjectItem item, IEngineLog log)
    {
        string waiver = $"The GateWaiver {Quote.Value(item.Include)}";
        List<string> problems = [];
        if (MetricCatalog.Find(item.Include) is null)
        {
            problems.Add($"{waiver} names no metric.{NearestName.Suggestion(item.Include, [.. MetricCatalog.All.Select(metric => metric.Name)])}");
        }

        problems.AddRange(item.Metadata.Keys.Where(name => !Valid.Contains(name, StringComparer.OrdinalIgnoreCase)).Select(name => Unknown(waiver, name)));
        string reason = item.Metadata.GetValueOrDefault("Reason", "").Trim();
        if (reason.Length == 0)
        {
            problems.Add($"{waiver} has no Reason; it is recorded for good, so say why the model may pass.");
        }

        string expires = item.Metadata.GetValueOrDefault("Expires", "").Trim();
        if (!DateOnly.TryParseExact(expires, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            problems.Add($"{waiver}: Expires is {Quote.Value(expires)}, not a day like 2027-01-31. It is the last day on which a commit or promotion may rely on the waiver.");
        }

        foreach (string problem in problems)
        {
            log.Report(EvaluationDiagnostics.InvalidWaiver, problem, item.Location);
        }

        return problems.Count > 0 ? null : new GateWaiver(item.Include, reason, day, item.Location);
    }

    private static string Unknown(string waiver, string name) => name.Equals("Slice", StringComparison.OrdinalIgnoreCase)
        ? $"{waiver} has Slice, which comes with the slices of gates in a later version."
        : $"{waiver} has the unknown metadata {Quote.Value(name)}.{NearestName.Suggestion(name, Valid)} Valid: {string.Join(", ", Valid)}.";
}

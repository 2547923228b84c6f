using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Json;
using ModelSdk.Engine.Files;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Gates;

/// <summary>Reads and writes <c>gate.json</c>. Equal results of equal projects give equal bytes, wherever the project lies.</summary>
public static class GateFile
{
    /// <summary>The version of the format that this code reads and writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The file's content: UTF-8, indented, LF, with a final line end.</summary>
    /// <param name="result">The result.</param>
    /// <param name="projectDirectory">The project's folder, to which locations are made relative.</param>
    public static byte[] Write(GateResult result, string projectDirectory)
    {
        ArgumentNullException.ThrowIfNull(result);
        return ArtifactJson.Write(new()
        {
            { "format", CurrentFormat },
            { "outcome", Word(result.Outcome) },
            { "stopsBuild", result.Failed },
            { "mode", result.Mode.ToString() },
            { "rows", result.Rows },
            { "gates", JsonValue.Of(result.Judgements.Select(judgement => Entry(judgement, projectDirectory))) },
        });
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="content">The file's content.</param>
    /// <returns>The result; its locations are relative to the project's folder.</returns>
    /// <exception cref="InvalidDataException">The content is not a result of this format.</exception>
    public static GateResult Read(ReadOnlySpan<byte> content) => ArtifactJson.Read(content, "gate result", CurrentFormat, root =>
    {
        int rows = (int)root.Required("rows", JsonKind.Number).Number;
        return new GateResult(root.Word<GateMode>("mode"), rows, [.. root.Required("gates", JsonKind.Array).Items.Select(entry => Judgement(entry, rows, Location(entry)))])
            is { } result && result.Outcome == Outcome(root)
            ? result
            : throw new JsonFormatException("\"outcome\" is not that of the gates");
    });

    /// <summary>Reads the judgements of a version record, which have no places.</summary>
    /// <param name="gates">The record's list; null where nothing was judged.</param>
    /// <param name="rows">How many test rows there were.</param>
    /// <param name="location">Where messages point to.</param>
    /// <exception cref="JsonFormatException">The list is none of ours.</exception>
    public static IEnumerable<GateJudgement> ReadRecorded(JsonValue? gates, int rows, SourceLocation location) =>
        (gates?.Items ?? []).Select(entry => Judgement(entry, rows, location));

    /// <summary>Declared gates as a record would list them, without what came out, for <see cref="GateComparison"/>.</summary>
    /// <param name="gates">The gates.</param>
    public static JsonValue Declared(IReadOnlyList<GateSpecification> gates) => JsonValue.Of(
        from gate in gates
        where gate.Environment is null
        from bound in gate.Bounds
        select new JsonObjectBuilder
        {
            { "metric", gate.Metric.Name },
            { "bound", bound.Kind.ToString() },
            { "limit", bound.Limit.Value },
            { "limitText", bound.Limit.Text },
            { "severity", gate.Severity.ToString() },
            { "baseline", bound.IsRelative ? gate.Baseline : null },
        }.Build());

    private static JsonValue Entry(GateJudgement judgement, string projectDirectory) => new JsonObjectBuilder
    {
        { "metric", judgement.Metric },
        { "bound", judgement.Bound.ToString() },
        { "limit", judgement.Limit },
        { "limitText", judgement.LimitText.Length > 0 ? judgement.LimitText : null },
        { "value", judgement.Value },
        { "naive", judgement.Naive },
        { "outcome", Word(judgement.Outcome) },
        { "reason", judgement.Reason },
        { "severity", judgement.Severity.ToString() },
        { "declaredSeverity", judgement.DeclaredSeverity == judgement.Severity ? null : judgement.DeclaredSeverity.ToString() },
        { "baseline", judgement.Baseline.Length > 0 ? judgement.Baseline : null },
        { "baselineVersion", judgement.BaselineVersion.Length > 0 ? judgement.BaselineVersion : null },
        { "baselineValue", judgement.BaselineValue },
        { "waiver", judgement.Waiver is { } waiver ? GateWaiverJson.Write(waiver) : null },
        { "default", judgement.IsDefault ? true : null },
        { "location", Place(judgement.Location, projectDirectory) },
    }.Build();

    private static JsonValue Place(SourceLocation location, string projectDirectory) => new JsonObjectBuilder
    {
        { "file", Relative(location.File, projectDirectory) },
        { "line", location.Line },
        { "column", location.Column },
    }.Build();

    private static SourceLocation Location(JsonValue entry)
    {
        JsonValue place = entry.Required("location", JsonKind.Object);
        return new SourceLocation(
            place.Required("file", JsonKind.String).Text, (int)place.Required("line", JsonKind.Number).Number, (int)place.Required("column", JsonKind.Number).Number);
    }

    private static GateJudgement Judgement(JsonValue entry, int rows, SourceLocation location) => new(
        entry.Required("metric", JsonKind.String).Text, entry.Word<GateBoundKind>("bound"), entry["limit"]?.Number, Outcome(entry), entry.Word<DiagnosticSeverity>("severity"), location)
    {
        DeclaredSeverity = entry.Word<DiagnosticSeverity>(entry["declaredSeverity"] is null ? "severity" : "declaredSeverity"),
        Baseline = entry["baseline"]?.Text ?? "",
        BaselineVersion = entry["baselineVersion"]?.Text ?? "",
        BaselineValue = entry["baselineValue"]?.Number,
        Waiver = entry["waiver"] is { } waiver ? GateWaiverJson.Read(waiver, location) : null,
        LimitText = entry["limitText"]?.Text ?? "",
        Value = entry["value"]?.Number,
        Naive = entry["naive"]?.Number,
        Rows = rows,
        IsDefault = entry["default"]?.Boolean ?? false,
        Reason = entry["reason"]?.Text,
    };

    private static string Word(GateOutcome outcome) => outcome switch
    {
        GateOutcome.Passed => "passed",
        GateOutcome.Failed => "failed",
        _ => "not judged",
    };

    private static GateOutcome Outcome(JsonValue value)
    {
        string text = value.Required("outcome", JsonKind.String).Text;
        return Enum.GetValues<GateOutcome>().Where(outcome => Word(outcome) == text).Select(outcome => (GateOutcome?)outcome).FirstOrDefault()
            ?? throw new JsonFormatException($"\"outcome\" is \"{text}\"");
    }

    /// <summary>The path from the project's folder with forward slashes; a file on another drive, which no relative path reaches, by its name alone.</summary>
    private static string Relative(string file, string projectDirectory)
    {
        string relative = Path.IsPathFullyQualified(file) ? Path.GetRelativePath(projectDirectory, file) : file;
        return (Path.IsPathFullyQualified(relative) ? Path.GetFileName(relative) : relative).Replace('\\', '/');
    }
}

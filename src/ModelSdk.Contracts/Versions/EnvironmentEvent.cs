using ModelSdk.Contracts.Json;

namespace ModelSdk.Contracts.Versions;

/// <summary>One line of an environment's journal: what was meant to run there from then on. The SHA-256 of its canonical JSON is its id.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Kind">Whether the version came in place or back.</param>
/// <param name="VersionId">The version's id.</param>
/// <param name="Version">The version's number at that time, for people.</param>
public sealed record EnvironmentEvent(string Model, string Environment, EnvironmentEventKind Kind, string VersionId, string Version)
{
    /// <summary>The version of the format that this code reads and writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The ids of the events that this one follows: usually one; none for the first, several where it resolved a conflict.</summary>
    public IReadOnlyList<string> Previous { get; init; } = [];

    /// <summary>Why; empty where a promotion gave none.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Who.</summary>
    public string Author { get; init; } = "";

    /// <summary>When, in UTC, to the second. The order of events follows <see cref="Previous"/>, never this.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>The event's bytes as text: canonical JSON, no line end.</summary>
    public string ToJson() => JsonText.Canonical(new JsonObjectBuilder
    {
        { "format", CurrentFormat },
        { "model", this.Model },
        { "environment", this.Environment },
        { "kind", Word(this.Kind) },
        { "versionId", this.VersionId },
        { "version", this.Version },
        { "previous", this.Previous },
        { "reason", this.Reason },
        { "author", this.Author },
        { "time", RecordTime.Write(this.Time) },
    }.Build());

    /// <summary>Reads an event.</summary>
    /// <param name="text">What <see cref="ToJson"/> wrote.</param>
    /// <exception cref="FormatException">The text is not an event, or one of a newer format.</exception>
    public static EnvironmentEvent Read(string text)
    {
        RecordMembers members = RecordMembers.Parse(text, "environment event", CurrentFormat);
        string kind = members.Text("kind");
        return new EnvironmentEvent(members.Text("model"), members.Text("environment"), Kinds(kind), members.Text("versionId"), members.Text("version"))
        {
            Previous = members.Texts("previous"),
            Reason = members.Text("reason"),
            Author = members.Text("author"),
            Time = RecordTime.Read(members.Text("time")),
        };
    }

    /// <summary>The word for a kind, as the format writes it.</summary>
    /// <param name="kind">The kind.</param>
    public static string Word(EnvironmentEventKind kind) => kind == EnvironmentEventKind.Promotion ? "promotion" : "rollback";

    private static EnvironmentEventKind Kinds(string word) => word switch
    {
        "promotion" => EnvironmentEventKind.Promotion,
        "rollback" => EnvironmentEventKind.Rollback,
        _ => throw new FormatException($"The environment event has the kind \"{word}\"; valid: promotion, rollback."),
    };
}

using ModelSdk.Contracts.Json;

namespace ModelSdk.Contracts.Versions;

/// <summary>Ends a branch of a lineage: the version stays, but nothing follows it by itself. The SHA-256 of its canonical JSON is its id.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="VersionId">The retired version's id.</param>
/// <param name="Version">Its number, for people.</param>
public sealed record Retirement(string Model, string VersionId, string Version)
{
    /// <summary>The version of the format that this code reads and writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Who.</summary>
    public string Author { get; init; } = "";

    /// <summary>When, in UTC, to the second.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>The bytes as text: canonical JSON, no line end.</summary>
    public string ToJson() => JsonText.Canonical(new JsonObjectBuilder
    {
        { "format", CurrentFormat },
        { "model", this.Model },
        { "versionId", this.VersionId },
        { "version", this.Version },
        { "reason", this.Reason },
        { "author", this.Author },
        { "time", RecordTime.Write(this.Time) },
    }.Build());

    /// <summary>Reads a retirement.</summary>
    /// <param name="text">What <see cref="ToJson"/> wrote.</param>
    /// <exception cref="FormatException">The text is not a retirement, or one of a newer format.</exception>
    public static Retirement Read(string text)
    {
        RecordMembers members = RecordMembers.Parse(text, "retirement", CurrentFormat);
        return new Retirement(members.Text("model"), members.Text("versionId"), members.Text("version"))
        {
            Reason = members.Text("reason"),
            Author = members.Text("author"),
            Time = RecordTime.Read(members.Text("time")),
        };
    }
}

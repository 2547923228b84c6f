using ModelSdk.Contracts.Versions;

namespace ModelSdk.Store;

/// <summary>What a lineage knows of a version without opening its record.</summary>
/// <param name="Id">The version's id: the SHA-256 of its record.</param>
/// <param name="Number">Its number.</param>
/// <param name="Parents">The ids of the versions that it follows.</param>
/// <param name="ModelDigest">SHA-256 of its model.</param>
/// <param name="RecipeDigest">SHA-256 of its recipe.</param>
/// <param name="ContractDigest">SHA-256 of the contract's semantic part.</param>
public sealed record VersionEntry(
    string Id, SemanticVersion Number, IReadOnlyList<string> Parents, string ModelDigest, string RecipeDigest, string ContractDigest)
{
    /// <summary>A digest of the property names that callers were compiled against; empty where the record does not tell.</summary>
    public string NamesDigest { get; init; } = "";

    /// <summary>When it was committed, UTC.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>Who committed it.</summary>
    public string Author { get; init; } = "";

    /// <summary>The first line of its reason, at most 200 characters.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Its project's path.</summary>
    public string Project { get; init; } = "";

    /// <summary>Whether a gate failed and was waived.</summary>
    public bool IsWaived { get; init; }

    /// <summary>Number and short id, as messages name it: <c>1.2.0 (0a1b2c3d4e5f)</c>.</summary>
    public string Name => $"{this.Number} ({VersionId.Abbreviate(this.Id)})";

    /// <summary>The entry of a committed record.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="record">The record.</param>
    /// <exception cref="FormatException">The record was never committed, or its version is none.</exception>
    public static VersionEntry Of(string id, VersionRecord record)
    {
        CommitFacts commit = record.Commit ?? throw new FormatException("The version record has neither reason nor author: it was not committed.");
        if (!SemanticVersion.TryParse(record.Version, out SemanticVersion number))
        {
            throw new FormatException($"The version record has the version \"{record.Version}\"; a committed one is like 1.2.0.");
        }

        return new VersionEntry(id, number, record.Parents, record.ModelDigest, record.RecipeDigest, record.ContractDigest)
        {
            NamesDigest = CallerNames.Digest(record.Properties),
            Time = commit.Time,
            Author = commit.Author,
            Reason = FirstLine(commit.Reason),
            Project = record.Project,
            IsWaived = record.Waivers is not null,
        };
    }

    private static string FirstLine(string reason)
    {
        string line = reason.Split('\n')[0].Trim();
        // Half a surrogate pair is no text: the index, which is UTF-8, would not read it back.
        return line.Length > 200 ? line[..(char.IsHighSurrogate(line[198]) ? 198 : 199)] + "…" : line;
    }
}

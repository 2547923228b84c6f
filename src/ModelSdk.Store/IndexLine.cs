using System.Globalization;
using ModelSdk.Contracts.Versions;

namespace ModelSdk.Store;

/// <summary>A line of the index: fields between tabs, a checksum (FNV-1a, 32 bits) at the end.</summary>
internal static class IndexLine
{
    private const int FieldCount = 12;

    /// <summary>The line of an entry, without its end.</summary>
    public static string Write(IndexedVersion version)
    {
        VersionEntry entry = version.Entry;
        string line = string.Join('\t',
        [
            "1",
            entry.Id,
            version.Length.ToString(CultureInfo.InvariantCulture),
            entry.Number.ToString(),
            string.Join(',', entry.Parents),
            entry.ModelDigest,
            entry.RecipeDigest,
            entry.ContractDigest,
            RecordTime.Write(entry.Time),
            (entry.IsWaived ? "w" : "-") + Plain(entry.Author),
            Plain(entry.Reason),
            Plain(entry.Project),
        ]);
        return line + '\t' + Checksum(line);
    }

    /// <summary>Reads a line; null where it is damaged or of another format.</summary>
    public static IndexedVersion? Read(ReadOnlySpan<char> line)
    {
        int last = line.LastIndexOf('\t');
        if (last < 0 || !line[(last + 1)..].SequenceEqual(Checksum(line[..last])))
        {
            return null;
        }

        string[] fields = line[..last].ToString().Split('\t');
        if (fields.Length != FieldCount || fields[0] != "1" || !SemanticVersion.TryParse(fields[3], out SemanticVersion number))
        {
            return null;
        }

        VersionEntry entry = new(fields[1], number, fields[4].Split(',', StringSplitOptions.RemoveEmptyEntries), fields[5], fields[6], fields[7])
        {
            Time = RecordTime.Read(fields[8]),
            IsWaived = fields[9][0] == 'w',
            Author = fields[9][1..],
            Reason = fields[10],
            Project = fields[11],
        };
        return new IndexedVersion(long.Parse(fields[2], CultureInfo.InvariantCulture), entry);
    }

    private static string Plain(string text) => string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));

    private static string Checksum(ReadOnlySpan<char> text)
    {
        uint hash = 2166136261;
        foreach (char character in text)
        {
            hash = (hash ^ character) * 16777619;
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}

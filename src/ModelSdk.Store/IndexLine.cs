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
            "2",
            entry.Id,
            version.Length.ToString(CultureInfo.InvariantCulture),
            entry.Number.ToString(),
            string.Join(',', entry.Parents),
            entry.ModelDigest,
            entry.RecipeDigest,
            entry.ContractDigest,
            entry.Time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            (entry.IsWaived ? "w" : "-") + Plain(entry.Author),
            Plain(entry.Reason),
            Plain(entry.Project),
        ]);
        return line + '\t' + Checksum(line).ToString("x8", CultureInfo.InvariantCulture);
    }

    /// <summary>Reads a line; null where it is damaged or of another format.</summary>
    /// <param name="line">The line, without its end.</param>
    /// <param name="texts">Texts that many lines share.</param>
    public static IndexedVersion? Read(ReadOnlySpan<char> line, SharedTexts texts)
    {
        Span<Range> fields = stackalloc Range[FieldCount + 1];
        int last = line.LastIndexOf('\t');
        bool whole = last >= 0
            && uint.TryParse(line[(last + 1)..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint checksum)
            && checksum == Checksum(line[..last]);
        if (!whole || line[..last].Split(fields, '\t') != FieldCount || line[fields[0]] is not "2" || !SemanticVersion.TryParse(line[fields[3]].ToString(), out SemanticVersion number))
        {
            return null;
        }

        VersionEntry entry = new(
            line[fields[1]].ToString(), number, Parents(line[fields[4]]), line[fields[5]].ToString(), line[fields[6]].ToString(), texts.Of(line[fields[7]]))
        {
            Time = DateTimeOffset.FromUnixTimeSeconds(long.Parse(line[fields[8]], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)),
            IsWaived = line[fields[9]][0] == 'w',
            Author = texts.Of(line[fields[9]][1..]),
            Reason = line[fields[10]].ToString(),
            Project = texts.Of(line[fields[11]]),
        };
        return new IndexedVersion(long.Parse(line[fields[2]], NumberStyles.None, CultureInfo.InvariantCulture), entry);
    }

    private static string[] Parents(ReadOnlySpan<char> field) => field.IsEmpty ? [] : field.Contains(',') ? field.ToString().Split(',') : [field.ToString()];

    private static string Plain(string text) => string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));

    private static uint Checksum(ReadOnlySpan<char> text)
    {
        uint hash = 2166136261;
        foreach (char character in text)
        {
            hash = (hash ^ character) * 16777619;
        }

        return hash;
    }
}

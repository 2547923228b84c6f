using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using ModelSdk.Contracts.Versions;

namespace ModelSdk.Store;

/// <summary>A line of the index: fields between tabs, UTF-8, a checksum (CRC-32C) at the end.</summary>
internal static class IndexLine
{
    private const int FieldCount = 13;
    private const byte Tab = (byte)'\t';

    /// <summary>The line of an entry, without its end.</summary>
    public static byte[] Write(IndexedVersion version)
    {
        VersionEntry entry = version.Entry;
        byte[] line = Encoding.UTF8.GetBytes(string.Join('\t',
        [
            "4",
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
            entry.NamesDigest,
        ]));
        return [.. line, Tab, .. Encoding.ASCII.GetBytes(Checksum(line).ToString("x8", CultureInfo.InvariantCulture))];
    }

    /// <summary>Reads a line; null where it is damaged or of another format.</summary>
    /// <param name="line">The line, without its end.</param>
    /// <param name="texts">Texts that many lines share.</param>
    public static IndexedVersion? Read(ReadOnlySpan<byte> line, SharedTexts texts)
    {
        Span<Range> fields = stackalloc Range[FieldCount];
        int last = line.LastIndexOf(Tab);
        bool whole = last >= 0 && Utf8Parser.TryParse(line[(last + 1)..], out uint checksum, out int length, 'x') && length == 8 && checksum == Checksum(line[..last]);
        if (!whole || !Split(line[..last], fields) || line[fields[0]] is not [(byte)'4'] || !SemanticVersion.TryParse(Text(line[fields[3]]), out SemanticVersion number))
        {
            return null;
        }

        VersionEntry entry = new(
            Text(line[fields[1]]), number, Parents(line[fields[4]]), Text(line[fields[5]]), Text(line[fields[6]]), texts.Of(line[fields[7]]))
        {
            Time = DateTimeOffset.FromUnixTimeSeconds(long.Parse(line[fields[8]], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)),
            IsWaived = line[fields[9]][0] == 'w',
            Author = texts.Of(line[fields[9]][1..]),
            Reason = Text(line[fields[10]]),
            Project = texts.Of(line[fields[11]]),
            NamesDigest = texts.Of(line[fields[12]]),
        };
        return new IndexedVersion(long.Parse(line[fields[2]], NumberStyles.None, CultureInfo.InvariantCulture), entry);
    }

    private static bool Split(ReadOnlySpan<byte> line, Span<Range> fields)
    {
        int count = 0;
        foreach (Range field in line.Split(Tab))
        {
            if (count == FieldCount)
            {
                return false;
            }

            fields[count++] = field;
        }

        return count == FieldCount;
    }

    private static string Text(ReadOnlySpan<byte> field) => Encoding.UTF8.GetString(field);

    private static string[] Parents(ReadOnlySpan<byte> field) => field.IsEmpty ? [] : field.Contains((byte)',') ? Text(field).Split(',') : [Text(field)];

    private static string Plain(string text) => string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint checksum = uint.MaxValue;
        foreach (ulong eight in MemoryMarshal.Cast<byte, ulong>(bytes))
        {
            checksum = BitOperations.Crc32C(checksum, eight);
        }

        foreach (byte one in bytes[(bytes.Length & ~7)..])
        {
            checksum = BitOperations.Crc32C(checksum, one);
        }

        return checksum;
    }
}

namespace ModelSdk.Store;

/// <summary>
/// Remembers what the records of a lineage say, so that ten thousand of them need not be read at every command. It belongs to this machine, is never
/// tracked, and can be deleted: what it lacks is read from the records. A line that was cut short does not have its checksum, and counts as not there.
/// </summary>
/// <param name="path">The index's file.</param>
internal sealed class VersionIndex(string path)
{
    private readonly Dictionary<string, IndexedVersion>.AlternateLookup<ReadOnlySpan<char>> known = Load(path).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The entry of a record that is still as long as when it was read; null where it has to be read.</summary>
    public VersionEntry? Find(ReadOnlySpan<char> id, long length) => this.known.TryGetValue(id, out IndexedVersion found) && found.Length == length ? found.Entry : null;

    /// <summary>Adds entries to the file. An index that cannot be written costs time only.</summary>
    public void Add(IReadOnlyCollection<IndexedVersion> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using FileStream stream = new(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
            // In front a line end, which closes what a killed process may have left.
            byte[] lines = [(byte)'\n', .. entries.SelectMany(entry => IndexLine.Write(entry).Append((byte)'\n'))];
            stream.Write(lines);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another process is writing, or the store is read-only.
        }
    }

    private static Dictionary<string, IndexedVersion> Load(string path)
    {
        byte[] bytes = ReadOrNothing(path);
        SharedTexts texts = new();
        // A line has some four hundred bytes.
        Dictionary<string, IndexedVersion> known = new(bytes.Length / 400, StringComparer.Ordinal);
        foreach (Range line in bytes.AsSpan().Split((byte)'\n'))
        {
            if (IndexLine.Read(bytes.AsSpan(line), texts) is { } entry)
            {
                known[entry.Entry.Id] = entry;
            }
        }

        return known;
    }

    private static byte[] ReadOrNothing(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllBytes(path) : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}

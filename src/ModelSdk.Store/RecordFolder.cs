namespace ModelSdk.Store;

/// <summary>A folder of small records, each of which is read whole.</summary>
internal static class RecordFolder
{
    /// <summary>Every record with its id, in ordinal order of the ids; foreign files are passed over.</summary>
    /// <exception cref="StoreException">A record is damaged.</exception>
    public static IReadOnlyList<KeyValuePair<string, T>> Read<T>(StoreFolder folder, string directory, Func<string, T> read) =>
    [
        .. folder.Files(directory)
            .Select(file => RecordFile.IdOf(file.Name))
            .OfType<string>()
            .Order(StringComparer.Ordinal)
            .Select(id => KeyValuePair.Create(id, RecordFile.Read(folder, Path.Combine(directory, RecordFile.Name(id)), read))),
    ];

    /// <summary>The same, with damaged records among the problems instead.</summary>
    public static IReadOnlyList<KeyValuePair<string, T>> Read<T>(StoreFolder folder, string directory, Func<string, T> read, List<StoreException> problems)
    {
        List<KeyValuePair<string, T>> records = [];
        foreach (string id in folder.Files(directory).Select(file => RecordFile.IdOf(file.Name)).OfType<string>().Order(StringComparer.Ordinal))
        {
            try
            {
                records.Add(KeyValuePair.Create(id, RecordFile.Read(folder, Path.Combine(directory, RecordFile.Name(id)), read)));
            }
            catch (StoreException exception)
            {
                problems.Add(exception);
            }
        }

        return records;
    }
}

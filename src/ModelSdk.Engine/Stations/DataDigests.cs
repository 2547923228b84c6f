using System.Globalization;
using System.Text;
using ModelSdk.Contracts.Digests;
using ModelSdk.Contracts.Json;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Data.Sources;
using ModelSdk.Store.Files;

namespace ModelSdk.Engine.Stations;

/// <summary>
/// Remembers the digest of data that was read, by contract and by each file's path, length and time of writing, so that a build in which no data
/// file was touched knows its recipe without reading them.
/// </summary>
/// <param name="path">The file that keeps the digests.</param>
/// <param name="sources">What reads files other than CSV, and by which revision; asked for only when there are such files.</param>
internal sealed class DataDigests(string path, Func<string> sources)
{
    private readonly List<KeyValuePair<string, JsonValue>> known = Load(path);

    /// <summary>The digest of files that have not been touched since they were read; null where they have to be read.</summary>
    public string? Find(IReadOnlyList<DataFile> files, ModelContract contract) =>
        Parts(files).All(file => File.Exists(file.Path)) ? this.known.FirstOrDefault(pair => pair.Key == this.Fingerprint(files, contract)).Value?.Text : null;

    public void Remember(IReadOnlyList<DataFile> files, ModelContract contract, string digest)
    {
        const int Kept = 8;
        string fingerprint = this.Fingerprint(files, contract);
        this.known.RemoveAll(pair => pair.Key == fingerprint);
        this.known.Add(new(fingerprint, JsonValue.Of(digest)));
        this.known.RemoveRange(0, Math.Max(0, this.known.Count - Kept));
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(JsonText.Indented(JsonValue.Of(this.known))));
    }

    private static IEnumerable<DataFile> Parts(IReadOnlyList<DataFile> files) => files.SelectMany(file => file.Tables.Prepend(file));

    private string Fingerprint(IReadOnlyList<DataFile> files, ModelContract contract)
    {
        StringBuilder builder = new(ContractWriter.WriteSemantics(contract) + (DataSources.AreCsv(files) ? "" : sources()));
        foreach (DataFile file in Parts(files))
        {
            FileInfo info = new(file.Path);
            builder.Append(CultureInfo.InvariantCulture, $"\n{file.DisplayPath}|{file.Delimiter}|{file.Table}|{info.Length}|{info.LastWriteTimeUtc.Ticks}");
        }

        return Sha256Digest.Of(builder.ToString());
    }

    private static List<KeyValuePair<string, JsonValue>> Load(string path)
    {
        try
        {
            return File.Exists(path) ? [.. JsonReader.Parse(File.ReadAllText(path)).Members] : [];
        }
        catch (JsonFormatException)
        {
            return [];
        }
    }
}

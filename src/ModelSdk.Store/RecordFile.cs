using System.Text;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Digests;
using ModelSdk.Contracts.Versions;

namespace ModelSdk.Store;

/// <summary>Files whose name is the SHA-256 of their content: <c>&lt;id&gt;.json</c>.</summary>
internal static class RecordFile
{
    private const string Ending = ".json";

    /// <summary>The file name of an id.</summary>
    public static string Name(string id) => id + Ending;

    /// <summary>The id that a file name stands for; null for a foreign file.</summary>
    public static string? IdOf(string name) => IdOf(name.AsSpan()) is { IsEmpty: false } id ? id.ToString() : null;

    /// <summary>The id that a file name stands for; empty for a foreign file.</summary>
    public static ReadOnlySpan<char> IdOf(ReadOnlySpan<char> name) =>
        name.EndsWith(Ending) && VersionId.IsComplete(name[..^Ending.Length]) ? name[..^Ending.Length] : [];

    /// <summary>A sentence that tells how to get a file of the store back; git takes the full path from every folder.</summary>
    public static string HowToRestore(string path) => $"Restore it with `git checkout HEAD -- \"{path}\"`, or copy it from a clone that has it.";

    /// <summary>Reads a record and proves that it is the one that its name says.</summary>
    /// <param name="folder">The store.</param>
    /// <param name="path">The file.</param>
    /// <param name="read">Makes the record from its text.</param>
    /// <exception cref="StoreException">It is missing, altered, of a newer format, or a link out of the store.</exception>
    public static T Read<T>(StoreFolder folder, string path, Func<string, T> read)
    {
        string id = IdOf(Path.GetFileName(path)) ?? throw new StoreException(StoreDiagnostics.ForeignFile, $"{path} is no record of the store.", path);
        byte[] bytes = folder.Read(path) ?? throw new StoreException(
            StoreDiagnostics.MissingRecord, $"The record is missing. {HowToRestore(path)}", path);
        if (Sha256Digest.Of(bytes) != id)
        {
            throw new StoreException(
                StoreDiagnostics.DamagedRecord,
                $"The record was altered: the SHA-256 of its content is not its name. {HowToRestore(path)}",
                path);
        }

        try
        {
            return read(Encoding.UTF8.GetString(bytes));
        }
        catch (FormatException exception)
        {
            bool newer = exception is NewerFormatException;
            throw new StoreException(
                newer ? StoreDiagnostics.NewerFormat : StoreDiagnostics.DamagedRecord,
                $"The record cannot be read: {exception.Message}{(newer ? " Update ModelSdk." : "")}",
                path);
        }
    }
}

using System.IO.Enumeration;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Store.Files;

namespace ModelSdk.Store;

/// <summary>The files of a store. Nothing is read or written through a link that leads out of it.</summary>
/// <param name="root">The store's full path.</param>
internal sealed class StoreFolder(string root)
{
    /// <summary>The folder for what belongs to this machine: lock, index, files being written. Not tracked by git.</summary>
    public const string Local = ".local";

    // A folder that may not be read is an error: taken for an empty one, the next version would be the first.
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>The store's full path.</summary>
    public string Root { get; } = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));

    /// <summary>The full path of a place in the store.</summary>
    public string At(params ReadOnlySpan<string> parts) => Path.Combine([this.Root, .. parts]);

    /// <summary>Takes a file of a listing by its name and length.</summary>
    /// <returns>Whether the file was taken and need not be listed.</returns>
    public delegate bool TakeFile(ReadOnlySpan<char> name, long length);

    /// <summary>The files in a folder of the store; none where it does not exist.</summary>
    /// <param name="directory">A full path below the root.</param>
    public IReadOnlyList<StoreFile> Files(string directory) => this.Files(directory, static (_, _) => false);

    /// <summary>The files in a folder of the store that the caller does not take; none where it does not exist. No text is made of the name of one that is taken.</summary>
    /// <param name="directory">A full path below the root.</param>
    /// <param name="take">Asked for each file that is no link.</param>
    public IReadOnlyList<StoreFile> Files(string directory, TakeFile take)
    {
        this.RefuseLinksOut(directory);
        if (!Directory.Exists(directory))
        {
            return [];
        }

        FileSystemEnumerable<StoreFile> files = new(
            directory, static (ref FileSystemEntry entry) => new StoreFile(entry.FileName.ToString(), entry.Length, (entry.Attributes & FileAttributes.ReparsePoint) != 0), Everything)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) =>
                !entry.IsDirectory && ((entry.Attributes & FileAttributes.ReparsePoint) != 0 || !take(entry.FileName, entry.Length)),
        };
        return Accessed(directory, () => files.ToList());
    }

    /// <summary>Everything in a folder of the store, hidden or not, in ordinal order of the names; nothing where it does not exist.</summary>
    /// <param name="directory">A full path below the root.</param>
    public IReadOnlyList<StoreEntry> Entries(string directory)
    {
        this.RefuseLinksOut(directory);
        if (!Directory.Exists(directory))
        {
            return [];
        }

        FileSystemEnumerable<StoreEntry> entries = new(
            directory,
            static (ref FileSystemEntry entry) => new StoreEntry(
                entry.ToFullPath(), entry.FileName.ToString(), entry.IsDirectory, (entry.Attributes & FileAttributes.ReparsePoint) != 0),
            Everything);
        return Accessed(directory, () => entries.OrderBy(entry => entry.Name, StringComparer.Ordinal).ToList());
    }

    /// <summary>The names of the folders in a folder of the store, in ordinal order; none where it does not exist.</summary>
    /// <param name="directory">A full path below the root.</param>
    public IReadOnlyList<string> Folders(string directory)
    {
        this.RefuseLinksOut(directory);
        return Directory.Exists(directory)
            ? Accessed(directory, () => Directory.EnumerateDirectories(directory).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal).ToList())
            : [];
    }

    /// <summary>A file's bytes; null where there is none.</summary>
    /// <param name="path">A full path below the root.</param>
    /// <exception cref="StoreException">A link leads out of the store.</exception>
    public byte[]? Read(string path)
    {
        this.RefuseLinksOut(path);
        try
        {
            return Accessed(path, () => File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Writes a file that is not there yet; an equal one is left as it is.</summary>
    /// <param name="path">A full path below the root.</param>
    /// <param name="content">The whole content.</param>
    /// <exception cref="StoreException">A link leads out of the store, or the file cannot be written.</exception>
    public void Write(string path, ReadOnlySpan<byte> content)
    {
        this.RefuseLinksOut(path);
        try
        {
            AtomicFile.Write(path, content, this.At(Local));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreDiagnostics.StoreInaccessible, $"{path} cannot be written: {exception.Message} Nothing of it was stored.", path);
        }
    }

    private static T Accessed<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException and not (FileNotFoundException or DirectoryNotFoundException))
        {
            throw new StoreException(StoreDiagnostics.StoreInaccessible, $"{path} cannot be read: {exception.Message}", path);
        }
    }

    /// <summary>Refuses a path with a link in it whose end is outside of the store.</summary>
    /// <param name="path">A full path below the root; it need not exist.</param>
    /// <exception cref="StoreException">A link leads out of the store, or in a circle.</exception>
    public void RefuseLinksOut(string path)
    {
        if (LinkTrace.FindWayOut(this.Root, path) is { } link)
        {
            throw new StoreException(
                StoreDiagnostics.LinkOutOfStore, $"{link} is a link to {new FileInfo(link).LinkTarget}, which is outside of the store {this.Root}. Replace it by the file itself; a store reads and writes nothing elsewhere.", link);
        }
    }
}

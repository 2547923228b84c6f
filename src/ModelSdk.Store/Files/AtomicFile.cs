namespace ModelSdk.Store.Files;

/// <summary>Writes files so that a reader sees the old content or the new one, never a part, whatever interrupts the writer.</summary>
public static class AtomicFile
{
    /// <summary>The ending of files that are being written.</summary>
    public const string TemporaryEnding = ".tmp";

    /// <summary>Replaces a file by way of a temporary file in the same folder, flushed to disk and renamed. An equal file is left as it is.</summary>
    /// <param name="path">The file; its folder is created.</param>
    /// <param name="content">The whole new content.</param>
    /// <param name="temporaryFolder">Where the temporary file goes: a folder on the same volume. Default: the file's own.</param>
    /// <returns>Whether the content was new.</returns>
    public static bool Write(string path, ReadOnlySpan<byte> content, string? temporaryFolder = null)
    {
        if (File.Exists(path) && new FileInfo(path).Length == content.Length && content.SequenceEqual(File.ReadAllBytes(path)))
        {
            return false;
        }

        Replace(path, content, temporaryFolder);
        return true;
    }

    /// <summary>Replaces a file even when its content is the same, so that its time of writing is now.</summary>
    /// <param name="path">The file; its folder is created.</param>
    /// <param name="content">The whole new content.</param>
    /// <param name="temporaryFolder">Where the temporary file goes: a folder on the same volume. Default: the file's own.</param>
    public static void Replace(string path, ReadOnlySpan<byte> content, string? temporaryFolder = null)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string place = temporaryFolder is null ? path : Path.Combine(temporaryFolder, Path.GetFileName(path));
        string temporary = place + "." + Guid.NewGuid().ToString("N")[..8] + TemporaryEnding;
        try
        {
            using (FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Removes what interrupted writers left in a folder.</summary>
    /// <param name="directory">A folder; it need not exist.</param>
    public static void RemoveTemporaries(string directory)
    {
        if (Directory.Exists(directory))
        {
            foreach (string file in Directory.EnumerateFiles(directory, "*" + TemporaryEnding))
            {
                File.Delete(file);
            }
        }
    }
}

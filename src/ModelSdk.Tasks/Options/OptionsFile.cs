namespace ModelSdk.Tasks.Options;

/// <summary>Files that are inputs of targets: replaced only when their content differs, and never seen half-written.</summary>
internal static class OptionsFile
{
    /// <summary>Gives whether the file was replaced.</summary>
    public static bool ReplaceWhenDifferent(string path, byte[] content)
    {
        if (File.Exists(path) && File.ReadAllBytes(path).SequenceEqual(content))
        {
            return false;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string temporary = path + "." + Guid.NewGuid().ToString("N") + ".tmp";
        File.WriteAllBytes(temporary, content);
        try
        {
            File.Move(temporary, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            // It was there already, or another build was faster.
            File.Replace(temporary, path, null);
        }

        return true;
    }
}

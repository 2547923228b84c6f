using System.Globalization;
using System.Text;
using Microsoft.Build.Framework;

namespace ModelSdk.Tasks.Options;

/// <summary>
/// What a written file follows from, as text beside it (<c>*.key</c>). Equal text means that there is nothing to do, which most builds
/// find out without ever loading XML and JSON.
/// </summary>
internal sealed class InputKey
{
    private readonly StringBuilder _text = new();

    public void Add(string value) => _text.Append(value).Append('\n');

    /// <summary>Adds the state of a file, not its content.</summary>
    public void AddFile(string path)
    {
        FileInfo file = new(path);
        Add(path);
        Add(file.Exists ? State(file) : "-");
    }

    /// <summary>Adds the items with all their own metadata and the state of the files that declare them.</summary>
    public void Add(ITaskItem[] items)
    {
        Add(items.Length.ToString(CultureInfo.InvariantCulture));
        string declaredIn = "";
        foreach (ITaskItem item in items)
        {
            Add(item.ItemSpec);
            foreach (System.Collections.DictionaryEntry metadata in item.CloneCustomMetadata())
            {
                Add((string)metadata.Key);
                Add((string)metadata.Value!);
            }

            string file = item.GetMetadata("DefiningProjectFullPath");
            if (file != declaredIn)
            {
                AddFile(file);
                declaredIn = file;
            }
        }
    }

    /// <summary>Whether <paramref name="path"/> was written for this key and has not been touched since.</summary>
    public bool IsKeyOf(string path)
    {
        try
        {
            FileInfo file = new(path);
            return file.Exists && File.Exists(KeyPath(path)) && File.ReadAllText(KeyPath(path)) == State(file) + "\n" + _text;
        }
        catch (IOException)
        {
            // Another build is writing it.
            return false;
        }
    }

    /// <summary>Notes that <paramref name="path"/> was written for this key.</summary>
    public void Remember(string path)
    {
        try
        {
            File.WriteAllText(KeyPath(path), State(new FileInfo(path)) + "\n" + _text);
        }
        catch (IOException)
        {
            // Another build is noting the same; without the note there is only more work to do next time.
        }
    }

    private static string KeyPath(string path) => path + ".key";

    private static string State(FileInfo file) =>
        file.LastWriteTimeUtc.Ticks.ToString(CultureInfo.InvariantCulture) + " " + file.Length.ToString(CultureInfo.InvariantCulture);
}

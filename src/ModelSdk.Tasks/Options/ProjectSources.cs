using System.Xml.Linq;
using Microsoft.Build.Framework;

namespace ModelSdk.Tasks.Options;

/// <summary>The project and the files around it that may hold its settings.</summary>
internal sealed class ProjectSources(string projectFile, IEnumerable<string> importedFiles)
{
    private readonly Dictionary<string, ProjectSource?> _loaded = new(StringComparer.Ordinal);

    /// <summary>Those that exist, in the order in which MSBuild would let one override the other: the strongest first.</summary>
    public IReadOnlyList<ProjectSource> All => [.. Paths.Select(Load).OfType<ProjectSource>()];

    public ProjectSource? Project => Load(projectFile);

    private IEnumerable<string> Paths => importedFiles.Where(path => path.EndsWith(".targets", StringComparison.OrdinalIgnoreCase))
        .Append(projectFile)
        .Concat(importedFiles.Where(path => !path.EndsWith(".targets", StringComparison.OrdinalIgnoreCase)))
        .Distinct(StringComparer.Ordinal);

    /// <summary>The element that set the property, as far as the files tell: one with this very value, else the last one.</summary>
    public SourcePlace PlaceOfProperty(string name, string value)
    {
        foreach (ProjectSource source in All)
        {
            List<XElement> elements = [.. source.Elements("PropertyGroup", name)];
            XElement? found = elements.FindLast(element => element.Value.Trim() == value) ?? elements.LastOrDefault();
            if (found is not null)
            {
                return source.PlaceOf(found);
            }
        }

        return new SourcePlace(projectFile);
    }

    /// <summary>The element that the item comes from.</summary>
    public SourcePlace PlaceOfItem(string type, ITaskItem item)
    {
        string file = item.GetMetadata("DefiningProjectFullPath");
        if (Load(file) is not { } source)
        {
            return new SourcePlace(file.Length > 0 ? file : projectFile);
        }

        return ElementOfItem(type, item) is { } found ? source.PlaceOf(found) : new SourcePlace(file);
    }

    /// <summary>The element that most likely gave the item; null where none could have.</summary>
    public XElement? ElementOfItem(string type, ITaskItem item) => Load(item.GetMetadata("DefiningProjectFullPath"))?.Elements("ItemGroup", type)
        .Select(element => (Element: element, Score: ItemMatch.Score(element, item)))
        .Where(candidate => candidate.Score > 0)
        .OrderByDescending(candidate => candidate.Score)
        .Select(candidate => candidate.Element)
        .FirstOrDefault();

    private ProjectSource? Load(string path)
    {
        if (!_loaded.TryGetValue(path, out ProjectSource? source))
        {
            source = ProjectSource.TryLoad(path);
            _loaded.Add(path, source);
        }

        return source;
    }
}

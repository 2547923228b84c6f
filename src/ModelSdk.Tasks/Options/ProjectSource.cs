using System.Xml;
using System.Xml.Linq;

namespace ModelSdk.Tasks.Options;

/// <summary>A project file as it is written, for the places of its elements.</summary>
internal sealed class ProjectSource
{
    private readonly XDocument _document;

    private ProjectSource(string path, XDocument document)
    {
        Path = path;
        _document = document;
    }

    public string Path { get; }

    public XElement Root => _document.Root!;

    /// <summary>Gives null for a file that is not there or is no XML; MSBuild has its own words for that.</summary>
    public static ProjectSource? TryLoad(string path)
    {
        try
        {
            return File.Exists(path) ? new ProjectSource(path, XDocument.Load(path, LoadOptions.SetLineInfo)) : null;
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The elements <paramref name="name"/> directly in a group such as <c>PropertyGroup</c>, in the order of the file.</summary>
    public IEnumerable<XElement> Elements(string container, string name) =>
        from element in Root.Descendants()
        where Is(element, name) && element.Parent is { } parent && Is(parent, container)
        select element;

    public SourcePlace PlaceOf(XElement element)
    {
        IXmlLineInfo line = element;

        // The reader points at the name; people and compilers point at the bracket before it.
        return new SourcePlace(Path, line.LineNumber, line.LinePosition - 1);
    }

    // MSBuild does not care about the case of names, nor about the old namespace.
    private static bool Is(XElement element, string name) =>
        string.Equals(element.Name.LocalName, name, StringComparison.OrdinalIgnoreCase);
}

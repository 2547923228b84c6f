using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Build.Framework;

namespace ModelSdk.Tasks.Options;

/// <summary>Says how well an element explains an item: MSBuild keeps the file that an item comes from, not the line.</summary>
internal static class ItemMatch
{
    private const int Impossible = 0;
    private const int ByExpression = 10;
    private const int ByPattern = 100;
    private const int ByName = 1000;

    public static int Score(XElement element, ITaskItem item)
    {
        int byInclude = element.Attribute("Include") is { } include ? IncludeScore(include.Value, item) : Impossible;
        return byInclude == Impossible ? Impossible : byInclude + MetadataScore(element, item);
    }

    private static int IncludeScore(string include, ITaskItem item)
    {
        int score = Impossible;
        foreach (string part in include.Split(';').Select(part => part.Trim()).Where(part => part.Length > 0))
        {
            score = Math.Max(score, PartScore(Slashes(part), Slashes(item.ItemSpec)));
        }

        return score;
    }

    private static int PartScore(string part, string name)
    {
        if (string.Equals(part, name, StringComparison.OrdinalIgnoreCase))
        {
            return ByName;
        }

        if (part.Contains("$(") || part.Contains("@("))
        {
            return ByExpression;
        }

        return part.Contains('*') && Regex.IsMatch(name, Pattern(part), RegexOptions.IgnoreCase) ? ByPattern : Impossible;
    }

    private static string Pattern(string wildcard) =>
        "^" + Regex.Escape(wildcard).Replace(@"\*\*/", "(.*/)?").Replace(@"\*\*", ".*").Replace(@"\*", "[^/]*").Replace(@"\?", "[^/]") + "$";

    // Two gates on one metric differ in their metadata; a value that is an expression says nothing.
    private static int MetadataScore(XElement element, ITaskItem item)
    {
        IEnumerable<KeyValuePair<string, string>> written = element.Attributes().Select(a => new KeyValuePair<string, string>(a.Name.LocalName, a.Value))
            .Concat(element.Elements().Select(e => new KeyValuePair<string, string>(e.Name.LocalName, e.Value)));
        return written.Where(pair => pair.Key is not ("Include" or "Condition" or "Exclude") && !pair.Value.Contains("$("))
            .Sum(pair => item.GetMetadata(pair.Key) == pair.Value.Trim() ? 1 : -1);
    }

    private static string Slashes(string path) => path.Replace('\\', '/');
}

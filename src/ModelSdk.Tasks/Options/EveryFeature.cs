using System.Xml.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace ModelSdk.Tasks.Options;

/// <summary>Undoes what MSBuild makes of <c>&lt;ModelFeature Include="*" /&gt;</c>, which means every feature: an item for each file of the folder.</summary>
internal static class EveryFeature
{
    /// <summary>The item type.</summary>
    public const string Type = "ModelFeature";

    private const string Every = "*";

    /// <summary>The items as they were meant: one <c>*</c> for each element that says so, with the metadata of its items.</summary>
    public static IEnumerable<ITaskItem> Restore(ITaskItem[] items, ProjectSources sources)
    {
        HashSet<XElement> restored = [];
        foreach (ITaskItem item in items)
        {
            bool isFile = sources.ElementOfItem(Type, item) is { } element && element.Attribute("Include")?.Value.Trim() == Every && item.ItemSpec != Every;
            if (!isFile)
            {
                yield return item;
            }
            else if (restored.Add(sources.ElementOfItem(Type, item)!))
            {
                TaskItem every = new(item) { ItemSpec = Every };

                // The copy remembers the file's name as metadata.
                every.RemoveMetadata("OriginalItemSpec");
                yield return every;
            }
        }
    }
}

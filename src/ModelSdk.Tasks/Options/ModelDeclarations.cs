using System.Xml.Linq;

namespace ModelSdk.Tasks.Options;

/// <summary>Reads what the project says about its model as it is written, before MSBuild evaluates it.</summary>
internal static class ModelDeclarations
{
    private static readonly string[] DataItems = ["TrainingData", "TestData"];
    private static readonly string[] ModelItems = ["TrainingData", "TestData", "Hyperparameter", "ModelFeature", "ModelInteraction", "MetricGate", "GateWaiver"];
    private static readonly string[] FrameworkProperties =
    [
        "$(TargetFramework)", "$(TargetFramework.", "$(TargetFrameworkIdentifier", "$(TargetFrameworkVersion", "$(TargetFrameworkMoniker", "$(TargetPlatform",
        "$(RuntimeIdentifier)", "$(RuntimeIdentifier.",
    ];

    /// <summary>The elements that name data files, with their places.</summary>
    public static IEnumerable<(string Type, string Include, SourcePlace Place)> Data(ProjectSources sources) =>
        from source in sources.All
        from type in DataItems
        from element in source.Elements("ItemGroup", type)
        let include = element.Attribute("Include")?.Value
        where include is not null
        select (type, include, source.PlaceOf(element));

    /// <summary>Whether one of the paths names a place on this machine.</summary>
    public static bool IsAbsolute(string include) => include.Split(';').Select(part => part.Trim())
        .Any(part => part.StartsWith("/", StringComparison.Ordinal) || part.StartsWith(@"\", StringComparison.Ordinal)
            || (part.Length > 2 && char.IsLetter(part[0]) && part[1] == ':'));

    /// <summary>The model's elements whose condition or value asks for the target framework, or that stand in a group or choice whose condition does.</summary>
    public static IEnumerable<(string Name, SourcePlace Place)> DependingOnFramework(ProjectSources sources) =>
        from source in sources.All
        from element in source.Root.Descendants()
        where IsModelElement(element) && (element.Ancestors().Any(IsConditional) || element.DescendantsAndSelf().Any(part => IsConditional(part) || HasFramework(part)))
        select (element.Name.LocalName, source.PlaceOf(element));

    /// <summary>The version of ModelSdk that the project itself asks for; null when it leaves that to global.json.</summary>
    public static (string Version, SourcePlace Place)? SdkVersion(ProjectSource project)
    {
        string? inAttribute = project.Root.Attribute("Sdk")?.Value.Split(';')
            .Select(sdk => sdk.Trim())
            .FirstOrDefault(sdk => sdk.StartsWith("ModelSdk/", StringComparison.OrdinalIgnoreCase));
        if (inAttribute is not null)
        {
            return (inAttribute.Substring("ModelSdk/".Length), project.PlaceOf(project.Root));
        }

        XElement? element = project.Root.Elements().FirstOrDefault(e => e.Name.LocalName is "Sdk" or "Import"
            && string.Equals((e.Attribute("Name") ?? e.Attribute("Sdk"))?.Value, "ModelSdk", StringComparison.OrdinalIgnoreCase)
            && e.Attribute("Version") is not null);
        return element is null ? null : (element.Attribute("Version")!.Value, project.PlaceOf(element));
    }

    private static bool IsModelElement(XElement element) => element.Parent is { } group
        && ((Is(group, "PropertyGroup") && element.Name.LocalName.StartsWith("Model", StringComparison.OrdinalIgnoreCase))
            || (Is(group, "ItemGroup") && ModelItems.Any(item => Is(element, item))));

    // What is otherwise is so by the conditions of the others.
    private static bool IsConditional(XElement element) => (Is(element, "Otherwise") && element.ElementsBeforeSelf().Any(IsConditional))
        || element.Attributes().Any(attribute => string.Equals(attribute.Name.LocalName, "Condition", StringComparison.OrdinalIgnoreCase) && NamesFramework(attribute.Value));

    private static bool HasFramework(XElement element) => element.Attributes().Any(attribute => NamesFramework(attribute.Value)) || (!element.HasElements && NamesFramework(element.Value));

    private static bool NamesFramework(string text) => FrameworkProperties.Any(name => text.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0);

    // MSBuild does not care about the case of names.
    private static bool Is(XElement element, string name) => string.Equals(element.Name.LocalName, name, StringComparison.OrdinalIgnoreCase);
}

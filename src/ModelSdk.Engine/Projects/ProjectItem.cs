using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Projects;

/// <summary>An item of the project file, as evaluated.</summary>
/// <param name="Type">The item type, for example <c>MetricGate</c>.</param>
/// <param name="Include">The evaluated include.</param>
/// <param name="Metadata">The item's own metadata by name.</param>
/// <param name="Location">Where its element stands.</param>
public sealed record ProjectItem(string Type, string Include, IReadOnlyDictionary<string, string> Metadata, SourceLocation Location)
{
    /// <summary>The full path, for items that are files; otherwise empty.</summary>
    public string FullPath { get; init; } = "";
}

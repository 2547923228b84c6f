using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Projects;

/// <summary>A property of the project file, as evaluated.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its text, trimmed; empty where it is not set.</param>
/// <param name="Location">Where its element stands.</param>
public sealed record ProjectProperty(string Name, string Value, SourceLocation Location);

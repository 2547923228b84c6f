using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Data;

/// <summary>A file of rows.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="DisplayPath">How messages and records name it: relative to the project, forward slashes.</param>
/// <param name="DeclaredAt">The item that named it.</param>
public sealed record DataFile(string Path, string DisplayPath, SourceLocation DeclaredAt)
{
    /// <summary>The field delimiter; null to detect it.</summary>
    public char? Delimiter { get; init; }
}

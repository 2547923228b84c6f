namespace ModelSdk.Engine.Logging;

/// <summary>A place in a file that a user can open.</summary>
/// <param name="File">A path, absolute or relative to the project; empty where there is none.</param>
/// <param name="Line">Line from 1; 0 where unknown.</param>
/// <param name="Column">Column from 1; 0 where unknown.</param>
public readonly record struct SourceLocation(string File, int Line = 0, int Column = 0)
{
    /// <summary>No place at all.</summary>
    public static SourceLocation None { get; } = new("");
}

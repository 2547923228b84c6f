namespace ModelSdk.Tasks;

/// <summary>A place in a file; lines and columns count from 1, and 0 means unknown.</summary>
internal sealed class SourcePlace(string file, int line = 0, int column = 0, int endLine = 0, int endColumn = 0)
{
    public string File { get; } = file;

    public int Line { get; } = line;

    public int Column { get; } = column;

    public int EndLine { get; } = endLine;

    public int EndColumn { get; } = endColumn;
}

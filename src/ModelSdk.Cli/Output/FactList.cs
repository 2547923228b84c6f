using Spectre.Console;

namespace ModelSdk.Cli.Output;

/// <summary>Facts, each with its name in front.</summary>
internal sealed class FactList
{
    private readonly Grid grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();

    /// <summary>Adds a fact; an empty one is left out.</summary>
    public void Add(string name, string value)
    {
        if (value.Length > 0)
        {
            this.grid.AddRow(Cell.Of(name), Cell.Of(value));
        }
    }

    /// <summary>Adds a fact of several lines; an empty one is left out.</summary>
    public void Add(string name, IEnumerable<string> lines) => this.Add(name, string.Join('\n', lines));

    public void Write(TerminalOutput terminal) => terminal.Write(this.grid);
}

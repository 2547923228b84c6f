using ModelSdk.Engine.Comparison;
using Spectre.Console;

namespace ModelSdk.Cli.Output;

/// <summary>Cells of tables. Text from files is never markup, and never steers the terminal.</summary>
internal static class Cell
{
    /// <summary>A cell of one or more lines.</summary>
    public static Text Of(string text) => new(string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(PlainText.Of)));
}

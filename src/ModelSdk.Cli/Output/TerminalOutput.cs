using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Json;
using ModelSdk.Engine.Comparison;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Output;
using ModelSdk.Store;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ModelSdk.Cli.Output;

/// <summary>
/// Shows words to a person: what was asked for on standard output, diagnostics on standard error as compilers print them. Where standard output is no
/// terminal there are neither colours nor boxes, and lines are as long as they are.
/// </summary>
/// <param name="output">Standard output.</param>
/// <param name="error">Standard error.</param>
internal sealed class TerminalOutput(TextWriter output, TextWriter error) : IEngineOutput
{
    private const int WidthWithoutTerminal = 100_000;

    private IAnsiConsole? console;

    /// <summary>Whether a person looks at standard output.</summary>
    public bool IsTerminal { get; } = ReferenceEquals(output, System.Console.Out) && !System.Console.IsOutputRedirected;

    /// <summary>The number of characters that a line can have; without end where nobody looks.</summary>
    public int Width => this.IsTerminal ? this.Console.Profile.Width : int.MaxValue;

    /// <summary>Whether an error was among the diagnostics.</summary>
    public bool HasShownError { get; private set; }

    private IAnsiConsole Console => this.console ??= AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });

    /// <summary>Says on standard error what a reader of the output should know.</summary>
    /// <param name="text">Lines; nothing is said where it is null.</param>
    public void Note(string? text)
    {
        if (text is not null)
        {
            error.WriteLine(Plain(text));
        }
    }

    /// <inheritdoc/>
    public void Message(string text) => output.WriteLine(Plain(text));

    /// <inheritdoc/>
    public void Progress(string station, string text) => this.Note(text);

    /// <inheritdoc/>
    public void Diagnostic(ReportedDiagnostic diagnostic)
    {
        SourceLocation place = diagnostic.Location;
        string where = place.File.Length == 0 ? "" : place.Line == 0 ? $"{place.File}: " : $"{place.File}({place.Line},{Math.Max(1, place.Column)}): ";
        bool isError = diagnostic.Severity == DiagnosticSeverity.Error;
        this.HasShownError |= isError;
        this.Note($"{where}{(isError ? "error" : "warning")} {diagnostic.Code}: {diagnostic.Text}");
    }

    /// <summary>Shows a diagnostic.</summary>
    public void Diagnostic(ModelDiagnostic diagnostic, string text, SourceLocation place) =>
        this.Diagnostic(new ReportedDiagnostic(diagnostic.Code, diagnostic.Severity, text, place));

    /// <summary>Shows what is wrong with a store.</summary>
    public void Diagnostic(StoreException exception) => this.Diagnostic(exception.Diagnostic, exception.Message, new SourceLocation(exception.File));

    /// <summary>Where the engine's messages go when standard output carries something for a program.</summary>
    public IEngineOutput MessagesBeside(string format) => format == "text" ? this : new MessagesAside(this);

    /// <summary>Writes text that is complete with its line ends.</summary>
    public void Write(string text) => output.Write(text);

    /// <summary>Writes JSON for people and programs.</summary>
    public void Write(JsonValue value) => output.Write(JsonText.Indented(value));

    /// <summary>Writes a line in colours, where there are any.</summary>
    public void Line(IEnumerable<(string Text, Style? Style)> parts)
    {
        if (!this.IsTerminal)
        {
            output.WriteLine(string.Concat(parts.Select(part => part.Text)).TrimEnd());
            return;
        }

        Paragraph paragraph = new();
        foreach ((string text, Style? style) in parts)
        {
            paragraph.Append(text, style);
        }

        this.Console.Write(paragraph);
        this.Console.WriteLine();
    }

    /// <summary>Writes a table or a list.</summary>
    public void Write(IRenderable content)
    {
        if (this.IsTerminal)
        {
            this.Console.Write(content);
            return;
        }

        using StringWriter text = new();
        IAnsiConsole plain = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(text) });
        plain.Profile.Width = WidthWithoutTerminal;
        plain.Write(content);
        foreach (string line in text.ToString().TrimEnd().ReplaceLineEndings("\n").Split('\n'))
        {
            output.WriteLine(line.TrimEnd());
        }
    }

    /// <summary>An empty table, with a box around it where a person looks at it.</summary>
    public Table Table() => this.IsTerminal ? new Table().RoundedBorder() : new Table().NoBorder();

    // Names, reasons and authors come from files that others wrote; none may steer the terminal.
    private static string Plain(string text) => string.Join(Environment.NewLine, text.ReplaceLineEndings("\n").Split('\n').Select(PlainText.Of));
}

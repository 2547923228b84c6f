using System.Text;
using System.Text.Json;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.DuckDb;

/// <summary>What DuckDB does not tell about a JSON file: its form, and the exact place of an error.</summary>
internal static class JsonFile
{
    /// <summary>DuckDB's name of the file's form: one object a line, or an array of objects.</summary>
    /// <exception cref="ModelBuildException">The file is empty.</exception>
    public static string Format(DataFile file)
    {
        using StreamReader reader = new(file.Path, new UTF8Encoding(false));
        int character;
        do
        {
            character = reader.Read();
        }
        while (character >= 0 && char.IsWhiteSpace((char)character));

        return character < 0
            ? throw new ModelBuildException(DataDiagnostics.DataFileEmpty, "The file is empty; it needs at least one object.", new SourceLocation(file.Path, 1, 1))
            : character == '[' && file.Extension == ".json" ? "array" : "newline_delimited";
    }

    /// <summary>The first line that is no JSON object of its own; null where there is none.</summary>
    /// <param name="path">A file with one object a line.</param>
    public static (SourceLocation Place, string Problem)? FirstProblem(string path)
    {
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line) && Problem(line) is { } problem)
            {
                return (new SourceLocation(path, number, problem.Column), problem.Text);
            }
        }

        return null;
    }

    /// <summary>The number of the line that holds a record.</summary>
    /// <param name="path">A file with one object a line.</param>
    /// <param name="record">The record, from 0; empty lines do not count.</param>
    public static int LineOf(string path, long record)
    {
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line) && record-- == 0)
            {
                return number;
            }
        }

        return 0;
    }

    private static (int Column, string Text)? Problem(string line)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return document.RootElement.ValueKind == JsonValueKind.Object ? null : (1, $"The line holds {Quote.Value(line)}, which is no object.");
        }
        catch (JsonException exception)
        {
            int bytes = (int)(exception.BytePositionInLine ?? 0);
            int column = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(line).AsSpan(0, Math.Min(bytes, Encoding.UTF8.GetByteCount(line)))).Length + 1;
            string reason = exception.Message.Split(" LineNumber:")[0];
            return (column, $"The line is no JSON: {reason}");
        }
    }
}

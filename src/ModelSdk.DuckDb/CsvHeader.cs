using System.IO.Compression;
using System.Text;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.DuckDb;

/// <summary>The header of a CSV file that is a table of a query.</summary>
internal static class CsvHeader
{
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    /// <summary>The delimiter that parts the header into most names; the first of comma, semicolon, tab and pipe among equals.</summary>
    public static char Delimiter(DataFile file)
    {
        string line = FirstLine(file);
        return Delimiters.MaxBy(delimiter => Split(line, delimiter).Count);
    }

    /// <summary>The names of the columns.</summary>
    /// <exception cref="ModelBuildException">A name is empty or comes twice.</exception>
    public static IReadOnlyList<string> Read(DataFile file, char delimiter)
    {
        List<string> names = Split(FirstLine(file), delimiter);
        string? twice = names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1)?.Key;
        string? problem = names.Contains("") ? "A column of the header has no name."
            : twice is not null ? $"The header has the column {Quote.Value(twice)} twice; for a query, upper and lower case are the same."
            : null;
        return problem is null ? names : throw new ModelBuildException(DataDiagnostics.InvalidHeader, problem, new SourceLocation(file.Path, 1, 1));
    }

    private static string FirstLine(DataFile file)
    {
        using FileStream stream = File.OpenRead(file.Path);
        using StreamReader reader = new(file.Extension == ".gz" ? new GZipStream(stream, CompressionMode.Decompress) : stream, new UTF8Encoding(false));
        return reader.ReadLine() is { Length: > 0 } line
            ? line
            : throw new ModelBuildException(DataDiagnostics.DataFileEmpty, "The file is empty; it needs a header and at least one row.", new SourceLocation(file.Path, 1, 1));
    }

    /// <summary>Parts a line by RFC 4180, with the spaces around names removed.</summary>
    private static List<string> Split(string line, char delimiter)
    {
        List<string> names = [];
        StringBuilder name = new();
        bool quoted = false;
        for (int index = 0; index < line.Length; index++)
        {
            bool doubled = quoted && line[index] == '"' && index + 1 < line.Length && line[index + 1] == '"';
            index += doubled ? 1 : 0;
            if (line[index] == '"' && !doubled)
            {
                quoted = !quoted;
            }
            else if (line[index] == delimiter && !quoted)
            {
                names.Add(name.ToString().Trim());
                name.Clear();
            }
            else
            {
                name.Append(line[index]);
            }
        }

        return [.. names, name.ToString().Trim()];
    }
}

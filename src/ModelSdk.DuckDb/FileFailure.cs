using System.Globalization;
using System.Text.RegularExpressions;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.DuckDb;

/// <summary>Says what is wrong with a data file, and where.</summary>
internal static partial class FileFailure
{
    /// <summary>Whether a file has one record a line.</summary>
    public static bool IsLines(DataFile file) => file.Extension is ".json" or ".jsonl" or ".ndjson" && JsonFile.Format(file) != "array";

    /// <summary>The diagnostic for a file that DuckDB cannot read.</summary>
    public static ModelBuildException Explain(DuckDbException exception, DataFile file)
    {
        if (exception.Kind == "Out of Memory")
        {
            return new ModelBuildException(QueryDiagnostics.QueryFailed, MemoryText(exception), new SourceLocation(file.Path));
        }

        if (IsLines(file) && JsonFile.FirstProblem(file.Path) is { } problem)
        {
            return new ModelBuildException(QueryDiagnostics.MalformedFile, problem.Problem, problem.Place);
        }

        int line = Line().Match(exception.Message) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0;
        string format = file.Extension == ".parquet" ? "a Parquet file" : file.Extension.StartsWith(".j", StringComparison.Ordinal) || file.Extension == ".ndjson" ? "JSON" : "CSV";
        return new ModelBuildException(QueryDiagnostics.MalformedFile, $"The file cannot be read as {format}: {Reason(exception.Message, file)}", new SourceLocation(file.Path, line));
    }

    /// <summary>Where a query may spill to, and how to let it.</summary>
    public static string MemoryText(DuckDbException exception) =>
        $"The memory does not suffice: {OneLine(exception.Message)} Set ModelMemoryLimit to more, for example 8GB, or let the query keep less.";

    /// <summary>A message of DuckDB without line ends.</summary>
    public static string OneLine(string message) => string.Join(" ", message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    // DuckDB's advice is about its own options, which nobody can set here.
    private static string Reason(string message, DataFile file)
    {
        IEnumerable<string> lines = message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .TakeWhile(line => !line.StartsWith("Possible ", StringComparison.Ordinal) && !line.StartsWith("Try ", StringComparison.Ordinal))
            .Where(line => !line.StartsWith("CSV Error on Line", StringComparison.Ordinal) && !line.StartsWith("Original Line", StringComparison.Ordinal));
        return string.Join(" ", lines).Replace(file.Path, file.DisplayPath, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?:in line |on Line: )(\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}

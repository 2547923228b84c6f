using System.Text.Json;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Gates;

/// <summary>Reads and writes <c>gate.json</c>. Equal results of equal projects give equal bytes, wherever the project lies.</summary>
public static class GateFile
{
    /// <summary>The version of the format that this code reads and writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The file's content: UTF-8, indented, LF, with a final line end.</summary>
    /// <param name="result">The result.</param>
    /// <param name="projectDirectory">The project's folder, to which locations are made relative.</param>
    public static byte[] Write(GateResult result, string projectDirectory)
    {
        ArgumentNullException.ThrowIfNull(result);
        GateDocument document = new()
        {
            Format = CurrentFormat,
            Outcome = result.Outcome,
            StopsBuild = result.Failed,
            Mode = result.Mode,
            Rows = result.Rows,
            Gates = [.. result.Judgements.Select(judgement => Entry(judgement, projectDirectory))],
        };
        return [.. JsonSerializer.SerializeToUtf8Bytes(document, GateJson.Indented.GateDocument), (byte)'\n'];
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="content">The file's content.</param>
    /// <returns>The result; its locations are relative to the project's folder.</returns>
    /// <exception cref="InvalidDataException">The content is not a result of this format.</exception>
    public static GateResult Read(ReadOnlySpan<byte> content)
    {
        try
        {
            GateDocument document = JsonSerializer.Deserialize(content, GateJson.Indented.GateDocument) ?? throw new InvalidDataException("The gate result is null.");
            return document.Format == CurrentFormat
                ? new(document.Mode, document.Rows, [.. document.Gates.Select(entry => Judgement(entry, document.Rows))])
                : throw new InvalidDataException($"The gate result has format {document.Format}; this version reads format {CurrentFormat}.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"The gate result cannot be read: {exception.Message}", exception);
        }
    }

    private static GateDocument.Entry Entry(GateJudgement judgement, string projectDirectory) => new()
    {
        Metric = judgement.Metric,
        Bound = judgement.Bound,
        Limit = judgement.Limit,
        LimitText = judgement.LimitText.Length > 0 ? judgement.LimitText : null,
        Value = judgement.Value,
        Naive = judgement.Naive,
        Outcome = judgement.Outcome,
        Reason = judgement.Reason,
        Severity = judgement.Severity,
        Default = judgement.IsDefault ? true : null,
        Location = new(Relative(judgement.Location.File, projectDirectory), judgement.Location.Line, judgement.Location.Column),
    };

    private static GateJudgement Judgement(GateDocument.Entry entry, int rows) =>
        new(entry.Metric, entry.Bound, entry.Limit, entry.Outcome, entry.Severity, new SourceLocation(entry.Location.File, entry.Location.Line, entry.Location.Column))
        {
            LimitText = entry.LimitText ?? "",
            Value = entry.Value,
            Naive = entry.Naive,
            Rows = rows,
            IsDefault = entry.Default ?? false,
            Reason = entry.Reason,
        };

    /// <summary>The path from the project's folder with forward slashes; a file on another drive, which no relative path reaches, by its name alone.</summary>
    private static string Relative(string file, string projectDirectory)
    {
        string relative = Path.IsPathFullyQualified(file) ? Path.GetRelativePath(projectDirectory, file) : file;
        return (Path.IsPathFullyQualified(relative) ? Path.GetFileName(relative) : relative).Replace('\\', '/');
    }
}

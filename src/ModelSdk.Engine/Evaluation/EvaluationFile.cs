using System.Text.Json;
using ModelSdk.Contracts.Schema;

namespace ModelSdk.Engine.Evaluation;

/// <summary>Reads and writes <c>evaluation.json</c>. Equal evaluations give equal bytes, and numbers read back as the same bits.</summary>
public static class EvaluationFile
{
    /// <summary>The version of the format that this code reads and writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The file's content: UTF-8, indented, LF, with a final line end.</summary>
    /// <param name="evaluation">The evaluation.</param>
    public static byte[] Write(ModelEvaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        EvaluationDocument document = new()
        {
            Format = CurrentFormat,
            Task = evaluation.Task.ToString(),
            Rows = evaluation.Rows,
            Weight = evaluation.Weight,
            Threshold = evaluation.Threshold,
            PositiveClass = evaluation.PositiveClass,
            Metrics = Entries(evaluation.Metrics),
            Naive = Entries(evaluation.Naive),
            Undefined = new(evaluation.Metrics.Undefined),
            NaiveUndefined = evaluation.Naive.Undefined.SequenceEqual(evaluation.Metrics.Undefined) ? null : new(evaluation.Naive.Undefined),
            Confusion = evaluation.Confusion,
        };
        return [.. JsonSerializer.SerializeToUtf8Bytes(document, EvaluationJson.Indented.EvaluationDocument), (byte)'\n'];
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="content">The file's content.</param>
    /// <exception cref="InvalidDataException">The content is not an evaluation of this format.</exception>
    public static ModelEvaluation Read(ReadOnlySpan<byte> content)
    {
        try
        {
            EvaluationDocument document = JsonSerializer.Deserialize(content, EvaluationJson.Indented.EvaluationDocument)
                ?? throw new InvalidDataException("The evaluation is null.");
            return document.Format == CurrentFormat && Enum.TryParse(document.Task, out ModelTask task)
                ? Evaluation(document, task)
                : throw new InvalidDataException($"The evaluation has format {document.Format}; this version reads format {CurrentFormat}.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"The evaluation cannot be read: {exception.Message}", exception);
        }
    }

    private static ModelEvaluation Evaluation(EvaluationDocument document, ModelTask task) =>
        new(task, document.Rows, Values(document.Metrics, document.Undefined), Values(document.Naive, document.NaiveUndefined ?? document.Undefined))
        {
            Weight = document.Weight,
            Threshold = document.Threshold,
            PositiveClass = document.PositiveClass,
            Confusion = document.Confusion,
        };

    private static OrderedDictionary<string, EvaluationDocument.MetricEntry> Entries(MetricValues metrics) =>
        new(metrics.Values.Select(pair => KeyValuePair.Create(pair.Key, new EvaluationDocument.MetricEntry(pair.Value))));

    private static MetricValues Values(OrderedDictionary<string, EvaluationDocument.MetricEntry> entries, OrderedDictionary<string, string> undefined) =>
        new([.. entries.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Value))], [.. undefined]);
}

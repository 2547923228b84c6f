using ModelSdk.Contracts.Json;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Files;

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
        bool sameReasons = evaluation.Naive.Undefined.SequenceEqual(evaluation.Metrics.Undefined);
        return ArtifactJson.Write(new()
        {
            { "format", CurrentFormat },
            { "task", evaluation.Task.ToString() },
            { "rows", evaluation.Rows },
            { "rowsDigest", evaluation.RowsDigest },
            { "weight", evaluation.Weight },
            { "threshold", evaluation.Threshold },
            { "positiveClass", evaluation.PositiveClass },
            { "procedure", evaluation.Procedure },
            { "metrics", Values(evaluation.Metrics) },
            { "naive", Values(evaluation.Naive) },
            { "undefined", Reasons(evaluation.Metrics) },
            { "naiveUndefined", sameReasons ? null : Reasons(evaluation.Naive) },
            { "confusion", Confusion(evaluation.Confusion) },
            { "folds", evaluation.Folds.Count == 0 ? null : JsonValue.Of(evaluation.Folds.Select(fold => new JsonObjectBuilder { { "metrics", Values(fold) }, { "undefined", Reasons(fold) } }.Build())) },
            { "slices", JsonValue.Of(Array.Empty<JsonValue>()) },
        });
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="content">The file's content.</param>
    /// <exception cref="InvalidDataException">The content is not an evaluation of this format.</exception>
    public static ModelEvaluation Read(ReadOnlySpan<byte> content) => ArtifactJson.Read(content, "evaluation", CurrentFormat, root =>
    {
        JsonValue undefined = root.Required("undefined", JsonKind.Object);
        return new ModelEvaluation(
            root.Word<ModelTask>("task"),
            (int)root.Required("rows", JsonKind.Number).Number,
            Metrics(root.Required("metrics", JsonKind.Object), undefined),
            Metrics(root.Required("naive", JsonKind.Object), root["naiveUndefined"] ?? undefined))
        {
            RowsDigest = root["rowsDigest"]?.Text,
            Weight = root["weight"]?.Number,
            Threshold = root["threshold"]?.Number,
            PositiveClass = root["positiveClass"]?.Text,
            Procedure = root["procedure"]?.Text,
            Folds = [.. root["folds"]?.Items.Select(fold => Metrics(fold.Required("metrics", JsonKind.Object), fold.Required("undefined", JsonKind.Object))) ?? []],
            Confusion = root["confusion"] is { } confusion ? Confusion(confusion) : null,
        };
    });

    // A metric is an object, so that the bounds of its confidence interval can stand beside the value.
    private static JsonValue Values(MetricValues metrics) => JsonValue.Of(metrics.Values.Select(pair =>
        new KeyValuePair<string, JsonValue>(pair.Key, new JsonObjectBuilder { { "value", pair.Value } }.Build())));

    private static JsonValue Reasons(MetricValues metrics) =>
        JsonValue.Of(metrics.Undefined.Select(pair => new KeyValuePair<string, JsonValue>(pair.Key, JsonValue.Of(pair.Value))));

    private static JsonValue? Confusion(ConfusionMatrix? confusion) => confusion is null ? null : new JsonObjectBuilder
    {
        { "classes", confusion.Classes },
        { "counts", JsonValue.Of(confusion.Counts.Select(row => JsonValue.Of(row.Select(count => JsonValue.Of(count))))) },
    }.Build();

    private static MetricValues Metrics(JsonValue values, JsonValue undefined) => new(
        [.. values.Members.Select(pair => new KeyValuePair<string, double>(pair.Key, pair.Value.Required("value", JsonKind.Number).Number))],
        [.. undefined.Members.Select(pair => new KeyValuePair<string, string>(pair.Key, pair.Value.Text))]);

    private static ConfusionMatrix Confusion(JsonValue value) => new(
        [.. value.Required("classes", JsonKind.Array).Items.Select(name => name.Text)],
        [.. value.Required("counts", JsonKind.Array).Items.Select(row => (double[])[.. row.Items.Select(count => count.Number)])]);
}

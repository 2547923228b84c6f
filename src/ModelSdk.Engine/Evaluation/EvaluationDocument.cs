using System.Text.Json;

namespace ModelSdk.Engine.Evaluation;

/// <summary>The shape of <c>evaluation.json</c>, format 1. Members are written in this order; those that are null are left out.</summary>
internal sealed record EvaluationDocument
{
    public required int Format { get; init; }

    public required string Task { get; init; }

    public required int Rows { get; init; }

    public double? Weight { get; init; }

    public double? Threshold { get; init; }

    public string? PositiveClass { get; init; }

    public required OrderedDictionary<string, MetricEntry> Metrics { get; init; }

    public required OrderedDictionary<string, MetricEntry> Naive { get; init; }

    /// <summary>Why a metric of the model has no value.</summary>
    public required OrderedDictionary<string, string> Undefined { get; init; }

    /// <summary>Why a metric of the naive predictor has no value, where the model's has one or another reason.</summary>
    public OrderedDictionary<string, string>? NaiveUndefined { get; init; }

    public ConfusionMatrix? Confusion { get; init; }

    /// <summary>Metrics of parts of the rows; none in this version.</summary>
    public IReadOnlyList<JsonElement> Slices { get; init; } = [];

    /// <summary>A metric. The bounds of its confidence interval will stand beside the value.</summary>
    internal sealed record MetricEntry(double Value);
}

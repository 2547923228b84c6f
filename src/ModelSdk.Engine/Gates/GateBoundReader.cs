using System.Globalization;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Gates;

/// <summary>Reads the bounds of one <c>&lt;MetricGate&gt;</c>.</summary>
/// <param name="gate">How messages call the gate.</param>
/// <param name="metric">Its metric; null where it is unknown.</param>
/// <param name="valueOf">The value of a metadata, trimmed; null where it is not set.</param>
/// <param name="fail">Reports a problem.</param>
internal sealed class GateBoundReader(string gate, MetricDefinition? metric, Func<string, string?> valueOf, Action<ModelDiagnostic, string> fail)
{
    /// <summary>The bounds that are valid, in the order of <see cref="GateMetadata.Bounds"/>.</summary>
    public IReadOnlyList<GateBound> Read()
    {
        List<GateBound> bounds = [];
        foreach (GateBoundKind kind in GateMetadata.Bounds)
        {
            if (this.Limit(kind) is { } limit)
            {
                bounds.Add(new GateBound(kind, limit));
            }
        }

        GateLimit? minimum = bounds.FirstOrDefault(bound => bound.Kind == GateBoundKind.Min)?.Limit;
        GateLimit? maximum = bounds.FirstOrDefault(bound => bound.Kind == GateBoundKind.Max)?.Limit;
        if (minimum is not null && maximum is not null && minimum.Value > maximum.Value)
        {
            fail(EvaluationDiagnostics.InvalidGateBound, $"{gate}: Min {minimum.Text} is greater than Max {maximum.Text}.");
        }

        return bounds;
    }

    private GateLimit? Limit(GateBoundKind kind)
    {
        if (valueOf(kind.ToString()) is not { } text)
        {
            return null;
        }

        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || !double.IsFinite(value))
        {
            string example = kind.IsPercent() ? "for example 5 for five percent" : "for example 0.9";
            fail(
                EvaluationDiagnostics.InvalidGateBound,
                $"{gate}: {kind} is {Quote.Value(text)}, not a number. Write it with a decimal point and without a percent sign, {example}.");
            return null;
        }

        this.CheckReach(kind, text, value);
        return new GateLimit(value, text);
    }

    /// <summary>A bound that no value of the metric can meet is a slip, such as 90 for 0.90.</summary>
    private void CheckReach(GateBoundKind kind, string text, double value)
    {
        if (metric is not null && (kind == GateBoundKind.Min ? value > metric.Maximum : kind == GateBoundKind.Max && value < metric.Minimum))
        {
            string range = kind == GateBoundKind.Min ? $"at most {MetricText.Of(metric.Maximum)}" : $"at least {MetricText.Of(metric.Minimum)}";
            fail(EvaluationDiagnostics.InvalidGateBound, $"{gate}: {kind} is {Quote.Value(text)}, which no model can meet: {metric.Name} is {range}.");
        }
    }
}

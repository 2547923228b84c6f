using ModelSdk.Engine.Baselines;

namespace ModelSdk.Engine.Gates;

/// <summary>Judges bounds on the change against committed versions, which were scored on the same test rows.</summary>
internal static class RelativeGateJudge
{
    /// <summary>One judgement for each version that the gate's baseline means; two parents are two.</summary>
    /// <param name="gate">The gate.</param>
    /// <param name="judged">The bound with the new model's value; it stays as it is where that is missing or nothing is judged.</param>
    /// <param name="context">The baselines.</param>
    public static IEnumerable<GateJudgement> Judge(GateSpecification gate, GateJudgement judged, GateContext context)
    {
        if (judged.Outcome != GateOutcome.Passed)
        {
            return [judged];
        }

        IReadOnlyList<BaselineScore> baselines = context.Baselines.Of(gate.Baseline);
        string? nothing = context.Baselines.IsFirstVersion ? "this is the first version"
            : baselines.Count == 0 && gate.Baseline == BaselineScores.Parent ? "it follows no version"
            : null;
        return nothing is not null
            ? [judged with { Outcome = GateOutcome.NotJudged, Reason = $"{nothing}, there is nothing to compare with" }]
            : baselines.Count == 0
                ? [judged with { Outcome = GateOutcome.Failed, Reason = "it was not scored" }]
                : baselines.Select(baseline => Against(baseline, judged));
    }

    private static GateJudgement Against(BaselineScore baseline, GateJudgement judged)
    {
        double? value = baseline.Metrics?.Find(judged.Metric);
        GateJudgement filled = judged with { BaselineVersion = baseline.Version, BaselineValue = value };
        string? problem = baseline.Problem
            ?? (value is null ? $"{baseline.Name} has no value: {baseline.Metrics?.WhyUndefined(judged.Metric) ?? "it was not scored"}" : null)
            ?? (judged.Bound.IsPercent() && double.IsNaN(RelativeBound.Change(judged.Bound, judged.Value!.Value, value!.Value))
                ? $"{baseline.Name} has the value 0, of which there is no percentage; use {(judged.Bound.IsDrop() ? "MaxDrop" : "MaxRise")}"
                : null);
        return problem is not null
            ? filled with { Outcome = GateOutcome.Failed, Reason = problem }
            : filled with { Outcome = RelativeBound.Holds(judged.Bound, judged.Value!.Value, value!.Value, judged.Limit!.Value) ? GateOutcome.Passed : GateOutcome.Failed };
    }
}

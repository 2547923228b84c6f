using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Evaluation;

namespace ModelSdk.Engine.Gates;

/// <summary>Words for bounds that do not hold.</summary>
internal static class GateFailure
{
    /// <summary>The diagnostic and its text.</summary>
    public static (ModelDiagnostic Diagnostic, string Text) Describe(GateJudgement judgement, GateContext context)
    {
        string gate = judgement.IsDefault
            ? $"No MetricGate is declared, so the model must be better than the naive predictor in {judgement.Metric}"
            : $"The gate {Bound(judgement)} on {judgement.Metric} failed";
        string look = $"See {context.EvaluationPath}.{Waiver(judgement)}";
        return judgement switch
        {
            { Rows: 0 } => (EvaluationDiagnostics.GateWithoutTestRows,
                $"{gate}: there are no test rows. Set ModelTestFraction above 0, or name test files with <TestData Include=\"…\" />.{Waiver(judgement)}"),
            { Value: null } => (EvaluationDiagnostics.GateMetricUndefined, $"{gate}: it has no value, {judgement.Reason} ({judgement.Context}). {look}"),
            { IsDefault: true } => (EvaluationDiagnostics.NotBetterThanNaive,
                $"{gate}, and it is not: {judgement.ValueText} is not {Better(judgement)} {NaiveText(judgement)} ({judgement.Rows} rows). {look} A <MetricGate> of your own replaces this bound."),
            { Baseline.Length: > 0, Reason: { } reason } => (EvaluationDiagnostics.BaselineUnavailable,
                $"{gate}: it cannot be compared with {judgement.BaselineName}: {reason}.{Waiver(judgement)}"),
            { BaselineValue: { } baseline } => (EvaluationDiagnostics.GateFailed, $"{gate}: {Change(judgement, baseline)} ({judgement.Context}). {Note(judgement, context)}{look}"),
            _ => (EvaluationDiagnostics.GateFailed, $"{gate}: {judgement.Metric} is {judgement.ValueText} ({judgement.Context}). {look}"),
        };
    }

    private static string Bound(GateJudgement judgement) => $"{judgement.Bound} {judgement.LimitText}";

    private static string Change(GateJudgement judgement, double baseline)
    {
        double change = RelativeBound.Change(judgement.Bound, judgement.Value!.Value, baseline);
        string unit = judgement.Bound.IsPercent() ? " %" : "";
        string direction = judgement.Bound.IsDrop() == change >= 0 ? "below" : "above";
        string amount = change >= 0 ? MetricText.Of(change, judgement.Limit!.Value) : MetricText.Of(-change, -judgement.Limit!.Value);
        return $"{judgement.Metric} is {judgement.ValueText}, {amount}{unit} {direction} the {MetricText.Of(baseline)} of {judgement.BaselineName} on the same rows";
    }

    private static string Note(GateJudgement judgement, GateContext context) =>
        context.Baselines.Of(judgement.Baseline).FirstOrDefault(score => score.Version == judgement.BaselineVersion)?.Note is { } note ? $"{note}. " : "";

    private static string Waiver(GateJudgement judgement) =>
        judgement.Waiver is { } waiver ? $" Waived until {waiver.ExpiresText}: {waiver.Reason}" : "";

    private static string Better(GateJudgement judgement) =>
        MetricCatalog.Find(judgement.Metric)?.Direction == MetricDirection.LowerIsBetter ? "below" : "above";

    private static string NaiveText(GateJudgement judgement) => judgement.Limit is { } limit ? MetricText.Of(limit) : "a naive value, since there is none";
}

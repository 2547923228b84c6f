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
        string look = $"See {context.EvaluationPath}.";
        return judgement switch
        {
            { Rows: 0 } => (EvaluationDiagnostics.GateWithoutTestRows,
                $"{gate}: there are no test rows. Set ModelTestFraction above 0, or name test files with <TestData Include=\"…\" />."),
            { Value: null } => (EvaluationDiagnostics.GateMetricUndefined, $"{gate}: it has no value, {judgement.Reason} ({judgement.Context}). {look}"),
            { IsDefault: true } => (EvaluationDiagnostics.NotBetterThanNaive,
                $"{gate}, and it is not: {judgement.ValueText} is not {Better(judgement)} {NaiveText(judgement)} ({judgement.Rows} rows). {look} A <MetricGate> of your own replaces this bound."),
            _ => (EvaluationDiagnostics.GateFailed, $"{gate}: {judgement.Metric} is {judgement.ValueText} ({judgement.Context}). {look}"),
        };
    }

    private static string Bound(GateJudgement judgement) => $"{judgement.Bound} {judgement.LimitText}";

    private static string Better(GateJudgement judgement) =>
        MetricCatalog.Find(judgement.Metric)?.Direction == MetricDirection.LowerIsBetter ? "below" : "above";

    private static string NaiveText(GateJudgement judgement) => judgement.Limit is { } limit ? MetricText.Of(limit) : "a naive value, since there is none";
}

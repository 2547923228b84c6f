using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Gates;

/// <summary>Holds an evaluation against the project's gates.</summary>
public static class GateJudge
{
    /// <summary>How much better than the naive predictor a model must be, relative to its value: more than rounding can make.</summary>
    internal const double RoundingMargin = 1e-9;

    /// <summary>Judges every bound, says what held and reports what did not, each at its own place.</summary>
    /// <param name="gates">The declared gates; those of an environment are left to promotions. Without any, the model must be better than the naive predictor.</param>
    /// <param name="evaluation">The evaluation; null where none was asked for, in which case declared gates fail and the default gate is not judged.</param>
    /// <param name="context">Mode, baselines, waivers and places.</param>
    /// <param name="log">Gets a line for each bound that held or was not judged, and a diagnostic for each that failed.</param>
    public static GateResult Judge(IReadOnlyList<GateSpecification> gates, ModelEvaluation? evaluation, GateContext context, IEngineLog log)
    {
        GateSpecification[] judged = [.. gates.Where(gate => gate.Environment is null)];
        IEnumerable<GateJudgement> bounds = judged.Length > 0 ? judged.SelectMany(gate => Bounds(gate, evaluation, context)) : Default(evaluation, context);
        GateJudgement[] judgements = [.. bounds.Select(judgement => Waived(judgement, context))];
        foreach (GateJudgement judgement in judgements)
        {
            Say(judgement, context, log);
        }

        if (judgements.Length == 0)
        {
            log.Message("There is no evaluation and no gate is declared: nothing judges this model.");
        }

        WarnOfIdleWaivers(judgements, context, log);
        return new(context.Mode, evaluation?.Rows ?? 0, judgements);
    }

    /// <summary>Holds recorded metrics against the <c>Min</c> and <c>Max</c> of one gate.</summary>
    /// <param name="gate">The gate.</param>
    /// <param name="evaluation">The recorded evaluation; null where there is none.</param>
    /// <param name="context">Places.</param>
    internal static IEnumerable<GateJudgement> Bounds(GateSpecification gate, ModelEvaluation? evaluation, GateContext context) => gate.Bounds.SelectMany(bound => bound switch
    {
        { Kind: GateBoundKind.Min } => [Judged(New(gate, bound, context), evaluation, context, value => value >= bound.Limit.Value)],
        { Kind: GateBoundKind.Max } => [Judged(New(gate, bound, context), evaluation, context, value => value <= bound.Limit.Value)],
        _ => RelativeGateJudge.Judge(gate, Judged(New(gate, bound, context), evaluation, context, _ => true), context),
    });

    private static IEnumerable<GateJudgement> Default(ModelEvaluation? evaluation, GateContext context)
    {
        if (evaluation is null)
        {
            yield break;
        }

        MetricDefinition metric = evaluation.Task switch
        {
            ModelTask.Regression or ModelTask.Forecasting => MetricCatalog.Rmse,
            ModelTask.BinaryClassification or ModelTask.AnomalyDetection => MetricCatalog.RocAuc,
            _ => MetricCatalog.BalancedAccuracy,
        };
        double? naive = evaluation.Naive.Find(metric.Name);
        double sign = metric.Direction == MetricDirection.LowerIsBetter ? -1 : 1;
        GateJudgement bound = new(metric.Name, GateBoundKind.BetterThanNaive, naive, GateOutcome.NotJudged, Severity(DiagnosticSeverity.Error, context), context.Project) { IsDefault = true };
        yield return Judged(bound, evaluation, context, value => sign * (value - naive) > RoundingMargin * Math.Abs(naive ?? double.NaN));
    }

    private static GateJudgement New(GateSpecification gate, GateBound bound, GateContext context) =>
        new(gate.Metric.Name, bound.Kind, bound.Limit.Value, GateOutcome.NotJudged, Severity(gate.Severity, context), gate.Location)
        {
            LimitText = bound.Limit.Text,
            DeclaredSeverity = gate.Severity,
            Baseline = bound.IsRelative ? gate.Baseline : "",
        };

    private static GateJudgement Judged(GateJudgement bound, ModelEvaluation? evaluation, GateContext context, Func<double, bool> holds)
    {
        double? value = evaluation?.Metrics.Find(bound.Metric);
        GateJudgement filled = bound with { Value = value, Naive = evaluation?.Naive.Find(bound.Metric), Rows = evaluation?.Rows ?? 0 };
        if (context.Mode == GateMode.Off)
        {
            return filled with { Reason = "ModelGate is Off" };
        }

        return value is null
            ? filled with { Outcome = GateOutcome.Failed, Reason = WhyNoValue(bound.Metric, evaluation) }
            : filled with { Outcome = holds(value.Value) ? GateOutcome.Passed : GateOutcome.Failed };
    }

    private static string WhyNoValue(string metric, ModelEvaluation? evaluation) => evaluation switch
    {
        null or { Rows: 0 } => "there are no test rows",
        _ => evaluation.Metrics.WhyUndefined(metric) ?? "the evaluation does not list it",
    };

    private static DiagnosticSeverity Severity(DiagnosticSeverity own, GateContext context) =>
        context.Mode == GateMode.Warning ? DiagnosticSeverity.Warning : own;

    private static GateJudgement Waived(GateJudgement judgement, GateContext context) =>
        judgement is { Outcome: GateOutcome.Failed, DeclaredSeverity: DiagnosticSeverity.Error } && context.Waivers.FirstOrDefault(waiver => waiver.Metric == judgement.Metric) is { } waiver
            ? judgement with { Severity = DiagnosticSeverity.Warning, Waiver = waiver }
            : judgement;

    private static void WarnOfIdleWaivers(GateJudgement[] judgements, GateContext context, IEngineLog log)
    {
        foreach (GateWaiver waiver in context.Waivers)
        {
            GateJudgement[] covered = [.. judgements.Where(judgement => judgement.Metric == waiver.Metric)];
            if (covered.Length == 0)
            {
                log.Report(EvaluationDiagnostics.WaiverWithoutFailure, $"The GateWaiver {Quote.Value(waiver.Metric)} covers no gate of the project. Remove it.", waiver.Location);
            }
            else if (covered.All(judgement => judgement.Outcome == GateOutcome.Passed))
            {
                log.Message($"The GateWaiver {Quote.Value(waiver.Metric)} is not needed: its gates hold. Remove it before it hides a failure.");
            }
        }
    }

    private static void Say(GateJudgement judgement, GateContext context, IEngineLog log)
    {
        if (judgement.Outcome != GateOutcome.Failed)
        {
            log.Message($"Gate {judgement.Summary}");
            return;
        }

        (ModelDiagnostic diagnostic, string text) = GateFailure.Describe(judgement, context);
        log.Report(diagnostic with { Severity = judgement.Severity }, text, judgement.Location);
    }
}

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
    /// <param name="gates">The declared gates. Without any, the model must be better than the naive predictor.</param>
    /// <param name="evaluation">The evaluation; null where none was asked for, in which case declared gates fail and the default gate is not judged.</param>
    /// <param name="context">Mode and places.</param>
    /// <param name="log">Gets a line for each bound that held or was not judged, and a diagnostic for each that failed.</param>
    public static GateResult Judge(IReadOnlyList<GateSpecification> gates, ModelEvaluation? evaluation, GateContext context, IEngineLog log)
    {
        GateJudgement[] judgements = gates.Count > 0
            ? [.. gates.SelectMany(gate => Bounds(gate, evaluation, context))]
            : [.. Default(evaluation, context)];
        foreach (GateJudgement judgement in judgements)
        {
            Say(judgement, context, log);
        }

        if (judgements.Length == 0)
        {
            log.Message("There is no evaluation and no gate is declared: nothing judges this model.");
        }

        return new(context.Mode, evaluation?.Rows ?? 0, judgements);
    }

    private static IEnumerable<GateJudgement> Bounds(GateSpecification gate, ModelEvaluation? evaluation, GateContext context)
    {
        if (gate.Minimum is { } minimum)
        {
            yield return Judged(New(gate, GateBoundKind.Min, minimum, context), evaluation, context, value => value >= minimum.Value);
        }

        if (gate.Maximum is { } maximum)
        {
            yield return Judged(New(gate, GateBoundKind.Max, maximum, context), evaluation, context, value => value <= maximum.Value);
        }
    }

    private static IEnumerable<GateJudgement> Default(ModelEvaluation? evaluation, GateContext context)
    {
        if (evaluation is null)
        {
            yield break;
        }

        MetricDefinition metric = evaluation.Task switch
        {
            ModelTask.Regression => MetricCatalog.Rmse,
            ModelTask.BinaryClassification => MetricCatalog.RocAuc,
            _ => MetricCatalog.BalancedAccuracy,
        };
        double? naive = evaluation.Naive.Find(metric.Name);
        double sign = metric.Direction == MetricDirection.LowerIsBetter ? -1 : 1;
        GateJudgement bound = new(metric.Name, GateBoundKind.BetterThanNaive, naive, GateOutcome.NotJudged, Severity(DiagnosticSeverity.Error, context), context.Project) { IsDefault = true };
        yield return Judged(bound, evaluation, context, value => sign * (value - naive) > RoundingMargin * Math.Abs(naive ?? double.NaN));
    }

    private static GateJudgement New(GateSpecification gate, GateBoundKind kind, GateLimit limit, GateContext context) =>
        new(gate.Metric.Name, kind, limit.Value, GateOutcome.NotJudged, Severity(gate.Severity, context), gate.Location) { LimitText = limit.Text };

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

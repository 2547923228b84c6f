using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Gates;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Tests.Engine.Gates;

public class GateJudgeTests
{
    private static readonly SourceLocation Project = new("/home/me/Churn/Churn.csproj");

    private readonly RecordingLog log = new();

    [Theory]
    [InlineData(0.8, null, true)]
    [InlineData(0.81, null, false)]
    [InlineData(null, 0.8, true)]
    [InlineData(null, 0.79, false)]
    [InlineData(0.5, 0.9, true)]
    public void Bounds_are_inclusive(double? minimum, double? maximum, bool passes)
    {
        GateResult result = this.Judge(Evaluation(("Recall", 0.8, 0.0)), Gate("Recall", minimum, maximum));

        Assert.Equal(!passes, result.Failed);
        Assert.Equal(passes ? GateOutcome.Passed : GateOutcome.Failed, result.Outcome);
    }

    [Fact]
    public void A_bound_that_holds_is_one_line_of_output()
    {
        GateSpecification gate = Gate("RocAuc", null, null, 7) with { Bounds = [new GateBound(GateBoundKind.Min, new GateLimit(0.9, "0.90"))] };
        this.Judge(Evaluation(16281, ("RocAuc", 0.90434, 0.5)), gate);

        Assert.Equal(["Gate RocAuc 0.9043 ≥ 0.90: passed (naive 0.5, 16281 rows)"], this.log.Messages);
        Assert.Empty(this.log.Reports);
    }

    [Fact]
    public void Every_failure_is_reported_at_its_own_place()
    {
        GateResult result = this.Judge(
            Evaluation(("Recall", 0.7, 0.0), ("Precision", 0.95, 0.2), ("F1", 0.8, 0.1)),
            Gate("Recall", 0.75, null, 3),
            Gate("Precision", 0.9, null, 4),
            Gate("F1", 0.9, 0.7, 5));

        Assert.True(result.Failed);
        Assert.Equal([3, 5, 5], this.log.Reports.Select(report => report.Location.Line));
        Assert.All(this.log.Reports, report => Assert.Equal(EvaluationDiagnostics.GateFailed, report.Diagnostic));
        Assert.Equal("The gate Min 0.75 on Recall failed: Recall is 0.7 (naive 0, 100 rows). See obj/model/evaluation.json.", this.log.Reports[0].Text);
        Assert.Single(this.log.Messages);
    }

    [Fact]
    public void A_gate_with_severity_warning_does_not_stop_the_build()
    {
        GateResult result = this.Judge(Evaluation(("Recall", 0.7, 0.0)), Gate("Recall", 0.75, null) with { Severity = DiagnosticSeverity.Warning });

        Assert.False(result.Failed);
        Assert.Equal(GateOutcome.Failed, result.Outcome);
        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(this.log.Reports).Diagnostic.Severity);
    }

    [Fact]
    public void Mode_warning_turns_every_failure_into_a_warning()
    {
        GateResult result = this.Judge(Evaluation(("Recall", 0.7, 0.0)), GateMode.Warning, Gate("Recall", 0.75, null));

        Assert.False(result.Failed);
        Assert.Equal(EvaluationDiagnostics.GateFailed with { Severity = DiagnosticSeverity.Warning }, Assert.Single(this.log.Reports).Diagnostic);
    }

    [Fact]
    public void Mode_off_judges_nothing_and_says_so()
    {
        GateResult result = this.Judge(Evaluation(("Recall", 0.7, 0.0)), GateMode.Off, Gate("Recall", 0.75, null));

        Assert.Equal(GateOutcome.NotJudged, result.Outcome);
        Assert.Empty(this.log.Reports);
        Assert.Equal(["Gate Recall 0.7 ≥ 0.75: not judged, ModelGate is Off (naive 0, 100 rows)"], this.log.Messages);
    }

    [Fact]
    public void A_metric_without_value_fails_with_the_reason()
    {
        MetricValues none = new([], [new("RocAuc", "no test row is negative")]);
        GateResult result = this.Judge(new(ModelTask.BinaryClassification, 8, none, none), Gate("RocAuc", 0.5, null));

        Assert.True(result.Failed);
        Assert.Same(EvaluationDiagnostics.GateMetricUndefined.Code, Assert.Single(this.log.Reports).Diagnostic.Code);
        Assert.Contains("no test row is negative", this.log.Reports[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_test_rows_declared_gates_fail()
    {
        Assert.True(this.Judge(null, Gate("RocAuc", 0.5, null)).Failed);
        Assert.True(this.Judge(Evaluation(0), Gate("RocAuc", 0.5, null)).Failed);
        Assert.Equal(["MODEL3104", "MODEL3104"], this.log.Codes);
        Assert.Contains("ModelTestFraction", this.log.Reports[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_evaluation_and_without_gates_nothing_fails_but_the_build_says_so()
    {
        Assert.Equal(GateOutcome.NotJudged, this.Judge(null).Outcome);
        Assert.Single(this.log.Messages);
    }

    [Fact]
    public void An_evaluation_without_rows_fails_the_default_gate()
    {
        Assert.True(this.Judge(Evaluation(0)).Failed);
        Assert.Equal(["MODEL3104"], this.log.Codes);
    }

    [Theory]
    [InlineData(ModelTask.Regression, "Rmse", 10, 10.5, true)]
    [InlineData(ModelTask.Regression, "Rmse", 10.5, 10.5, false)]
    [InlineData(ModelTask.Regression, "Rmse", 10.499999999999998, 10.5, false)]
    [InlineData(ModelTask.BinaryClassification, "RocAuc", 0.51, 0.5, true)]
    [InlineData(ModelTask.BinaryClassification, "RocAuc", 0.5, 0.5, false)]
    [InlineData(ModelTask.MulticlassClassification, "BalancedAccuracy", 0.4, 0.3333, true)]
    [InlineData(ModelTask.MulticlassClassification, "BalancedAccuracy", 0.3, 0.3333, false)]
    public void By_default_the_model_must_be_better_than_the_naive_predictor(ModelTask task, string metric, double value, double naive, bool passes)
    {
        GateResult result = this.Judge(Evaluation((metric, value, naive)) with { Task = task });

        Assert.Equal(!passes, result.Failed);
        Assert.True(Assert.Single(result.Judgements).IsDefault);
        Assert.Equal(passes ? [] : ["MODEL3102"], this.log.Codes);
        Assert.All(this.log.Reports, report => Assert.Equal(Project, report.Location));
    }

    [Fact]
    public void A_declared_gate_replaces_the_default_one() =>
        Assert.False(this.Judge(Evaluation(("RocAuc", 0.4, 0.5), ("Recall", 1, 0)), Gate("Recall", 0.5, null)).Failed);

    private static GateSpecification Gate(string metric, double? minimum, double? maximum, int line = 1) =>
        new(MetricCatalog.Find(metric)!, [.. Bound(GateBoundKind.Min, minimum), .. Bound(GateBoundKind.Max, maximum)], DiagnosticSeverity.Error, new("/home/me/Churn/Churn.csproj", line, 5));

    private static GateBound[] Bound(GateBoundKind kind, double? value) =>
        value is { } number ? [new GateBound(kind, new GateLimit(number, FormattableString.Invariant($"{number}")))] : [];

    private static ModelEvaluation Evaluation(params (string Name, double Value, double Naive)[] metrics) => Evaluation(100, metrics);

    private static ModelEvaluation Evaluation(int rows, params (string Name, double Value, double Naive)[] metrics) => new(
        ModelTask.BinaryClassification,
        rows,
        new([.. metrics.Select(metric => KeyValuePair.Create(metric.Name, metric.Value))], []),
        new([.. metrics.Select(metric => KeyValuePair.Create(metric.Name, metric.Naive))], []));

    private GateResult Judge(ModelEvaluation? evaluation, params GateSpecification[] gates) => this.Judge(evaluation, GateMode.Error, gates);

    private GateResult Judge(ModelEvaluation? evaluation, GateMode mode, params GateSpecification[] gates) =>
        GateJudge.Judge(gates, evaluation, new(mode, Project), this.log);
}

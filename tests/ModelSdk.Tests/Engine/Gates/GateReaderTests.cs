using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Gates;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Projects;

namespace ModelSdk.Tests.Engine.Gates;

public class GateReaderTests
{
    private static readonly SourceLocation Place = new("/home/me/Churn/Churn.csproj", 12, 5);

    private readonly RecordingLog log = new();

    [Fact]
    public void A_gate_is_read_with_bounds_severity_and_place()
    {
        GateSpecification gate = Assert.Single(this.Read(Item("RocAuc", ("Min", "0.90"), ("max", " 1 "), ("Severity", "warning")))!);

        Assert.Equal("RocAuc", gate.Metric.Name);
        Assert.Equal(new GateLimit(0.9, "0.90"), gate.Limit(GateBoundKind.Min));
        Assert.Equal(new GateLimit(1, "1"), gate.Limit(GateBoundKind.Max));
        Assert.Equal(DiagnosticSeverity.Warning, gate.Severity);
        Assert.Equal(Place, gate.Location);
        Assert.Empty(this.log.Reports);
    }

    [Fact]
    public void Items_of_other_types_are_passed_over() =>
        Assert.Empty(this.Read(new ProjectItem("Hyperparameter", "LearningRate", new Dictionary<string, string> { ["Value"] = "x" }, Place))!);

    [Theory]
    [InlineData("ROC_AUC", "Did you mean RocAuc?")]
    [InlineData("AUC", "Did you mean RocAuc?")]
    [InlineData("acuracy", "Did you mean Accuracy?")]
    [InlineData("Brier", "Did you mean BrierScore?")]
    [InlineData("Happiness\n", "\"Happiness\\u000a\" names no metric. Metrics of BinaryClassification: RocAuc, AveragePrecision, Accuracy")]
    [InlineData("", "\"\" names no metric. Metrics of")]
    public void An_unknown_metric_lists_the_valid_ones_and_suggests_the_nearest(string name, string expected)
    {
        this.AssertOne(EvaluationDiagnostics.UnknownMetric, expected, Item(name, ("Min", "0.9")));
        Assert.Contains("BrierScore.", this.log.Reports[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_metric_of_another_task_says_which() =>
        this.AssertOne(EvaluationDiagnostics.MetricOfAnotherTask, "Rmse judges Regression and Forecasting, and ModelTask is BinaryClassification", Item("Rmse", ("Max", "3")));

    [Fact]
    public void A_binary_metric_suggests_its_multiclass_counterpart()
    {
        Assert.Null(GateReader.Read([Item("Recall", ("Min", "0.5"))], ModelTask.MulticlassClassification, this.log));
        Assert.Contains("Did you mean MacroRecall?", Assert.Single(this.log.Reports).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Slice")]
    [InlineData("MinRows")]
    [InlineData("Confidence")]
    [InlineData("OnInconclusive")]
    public void Metadata_of_later_versions_is_refused_and_not_ignored(string name) =>
        this.AssertOne(EvaluationDiagnostics.GateMetadataNotAvailableYet, $"has {name}, which comes with a later version", Item("Recall", (name, "0.1")));

    [Fact]
    public void Unknown_metadata_lists_the_valid_ones() =>
        this.AssertOne(EvaluationDiagnostics.UnknownGateMetadata, "\"Minn\". Did you mean Min? Valid: Min, Max, MaxDrop, MaxRise, MaxDropPercent, MaxRisePercent, Baseline, Environment, Severity.", Item("Recall", ("Min", "0"), ("Minn", "1")));

    [Theory]
    [InlineData("0,9")]
    [InlineData("90%")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e999")]
    [InlineData("high")]
    [InlineData("")]
    public void A_bound_that_is_no_number_is_quoted(string text) =>
        this.AssertOne(EvaluationDiagnostics.InvalidGateBound, $"Min is \"{text}\", not a number", Item("Recall", ("Min", text)));

    [Fact]
    public void A_bound_that_no_model_can_meet_is_refused() =>
        this.AssertOne(EvaluationDiagnostics.InvalidGateBound, "Min is \"90\", which no model can meet: Recall is at most 1", Item("Recall", ("Min", "90")));

    [Fact]
    public void A_lower_bound_above_the_upper_is_refused() =>
        this.AssertOne(EvaluationDiagnostics.InvalidGateBound, "Min 0.9 is greater than Max 0.80", Item("Recall", ("Min", "0.9"), ("Max", "0.80")));

    [Fact]
    public void A_gate_without_bound_is_refused() =>
        this.AssertOne(EvaluationDiagnostics.GateWithoutBound, "Set at least one of Min, Max, MaxDrop, MaxRise, MaxDropPercent, MaxRisePercent", Item("Recall", ("Severity", "Error")));

    [Fact]
    public void An_unknown_severity_lists_the_valid_ones() =>
        this.AssertOne(EvaluationDiagnostics.InvalidGateSeverity, "\"Fatal\"; valid: Error, Warning", Item("Recall", ("Min", "0.9"), ("Severity", "Fatal")));

    [Fact]
    public void Every_problem_of_every_gate_is_reported()
    {
        ProjectItem[] items = [Item("Recal", ("Min", "x"), ("Color", "red")), Item("Recall", ("Min", "0.5")), Item("F1")];

        Assert.Null(GateReader.Read(items, ModelTask.BinaryClassification, this.log));
        Assert.Equal(["MODEL3201", "MODEL3203", "MODEL3205", "MODEL3206"], this.log.Codes);
    }

    private static ProjectItem Item(string metric, params (string Name, string Value)[] metadata) =>
        new("MetricGate", metric, metadata.ToDictionary(pair => pair.Name, pair => pair.Value), Place);

    private IReadOnlyList<GateSpecification>? Read(params ProjectItem[] items) => GateReader.Read(items, ModelTask.BinaryClassification, this.log);

    private void AssertOne(ModelDiagnostic diagnostic, string text, ProjectItem item)
    {
        Assert.Null(this.Read(item));
        (ModelDiagnostic reported, string message, SourceLocation location) = Assert.Single(this.log.Reports);
        Assert.Same(diagnostic, reported);
        Assert.Contains(text, message, StringComparison.Ordinal);
        Assert.Equal(Place, location);
    }
}

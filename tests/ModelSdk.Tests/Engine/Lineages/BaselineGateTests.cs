using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Baselines;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Gates;
using ModelSdk.Engine.Logging;
using ModelSdk.Tests.Engine.Stations;
using RecordingLog = ModelSdk.Tests.Engine.Gates.RecordingLog;

namespace ModelSdk.Tests.Engine.Lineages;

public sealed class BaselineGateTests : IDisposable
{
    private static readonly SourceLocation Project = new("/home/me/Churn/Churn.csproj");

    private readonly RecordingLog log = new();
    private readonly StationProject project = new();

    public void Dispose() => this.project.Dispose();

    [Theory]
    [InlineData(GateBoundKind.MaxDrop, 0.90, 0.89, 0.01, true)]
    [InlineData(GateBoundKind.MaxDrop, 0.90, 0.889, 0.01, false)]
    [InlineData(GateBoundKind.MaxDrop, 0.90, 0.95, 0, true)]
    [InlineData(GateBoundKind.MaxDrop, 0.90, 0.91, -0.02, false)]
    [InlineData(GateBoundKind.MaxRise, 0.30, 0.31, 0.01, true)]
    [InlineData(GateBoundKind.MaxRise, 0.30, 0.32, 0.01, false)]
    [InlineData(GateBoundKind.MaxDropPercent, 0.80, 0.76, 5, true)]
    [InlineData(GateBoundKind.MaxDropPercent, 0.80, 0.75, 5, false)]
    [InlineData(GateBoundKind.MaxRisePercent, 200, 210, 5, true)]
    [InlineData(GateBoundKind.MaxRisePercent, -200, -189, 5, false)]
    [InlineData(GateBoundKind.MaxDropPercent, 0, 0.5, 5, true)]
    public void Relative_bounds_are_inclusive_but_for_rounding(GateBoundKind kind, double baseline, double value, double limit, bool holds)
    {
        GateResult result = this.Judge(value, kind, limit, new BaselineScore("parent", "id", "1.0.0") { Metrics = Metrics(baseline), Rows = 100 });
        Assert.Equal(holds ? GateOutcome.Passed : GateOutcome.Failed, result.Outcome);
    }

    [Fact]
    public void A_percentage_of_zero_says_what_to_use_instead()
    {
        this.Judge(-0.5, GateBoundKind.MaxDropPercent, 5, new BaselineScore("parent", "id", "1.0.0") { Metrics = Metrics(0), Rows = 100 });
        Assert.Contains("use MaxDrop", Assert.Single(this.log.Reports).Text, StringComparison.Ordinal);
        Assert.Equal(EvaluationDiagnostics.BaselineUnavailable, this.log.Reports[0].Diagnostic);
    }

    [Fact]
    public void Each_of_two_parents_counts()
    {
        GateResult result = this.Judge(
            0.85,
            GateBoundKind.MaxDrop,
            0.01,
            new BaselineScore("parent", "a", "1.1.0") { Metrics = Metrics(0.80), Rows = 100 },
            new BaselineScore("parent", "b", "1.2.0") { Metrics = Metrics(0.90), Rows = 100 });

        Assert.Equal([GateOutcome.Passed, GateOutcome.Failed], result.Judgements.Select(judgement => judgement.Outcome));
        Assert.Contains("0.05 below the 0.9 of 1.2.0 (parent) on the same rows", Assert.Single(this.log.Reports).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void In_an_empty_lineage_relative_bounds_are_skipped_aloud()
    {
        this.project.Item("MetricGate", "Rmse", ("MaxRise", "0.5"), ("Max", "100"));
        this.project.Item("MetricGate", "R2", ("MaxDrop", "0.1"), ("Baseline", "production"));
        Assert.True(this.project.Run());
        Assert.Equal(2, this.project.Output.Messages.Count(message => message.Contains("this is the first version", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_first_version_stays_the_first_when_it_is_built_again()
    {
        this.project.Item("MetricGate", "Rmse", ("MaxRise", "0.5"));
        this.project.Commit("First");
        Assert.True(this.project.Run());
        Assert.Contains("it follows no version", this.project.Text("gate.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_worse_model_fails_against_its_parent_on_the_same_rows()
    {
        this.project.Item("MetricGate", "Rmse", ("MaxRise", "0.5"));
        this.project.Commit("First");
        // Without the zone the model is worse; the baseline still reads it.
        this.Ignore("zone");

        Assert.False(this.project.Run());
        ReportedText(this.project, "MODEL3101", "of 0.1.0 (parent) on the same rows");
        BaselineScores scores = BaselineFile.Read(File.ReadAllBytes(this.project.Artifact("baselines.json")));
        Assert.NotNull(Assert.Single(scores.Scores).Metrics!.Find("Rmse"));
        Assert.True(scores.Scores[0].ChangedDecisions > 0);
    }

    [Fact]
    public void An_environment_is_the_baseline_that_was_promoted()
    {
        this.project.Commit("First");
        this.project.Promote("0.1.0", "production");
        this.project.Write("data.csv", StationProject.Rows(500));
        this.project.Commit("Second");
        this.project.Write("data.csv", StationProject.Rows(450));
        this.project.Item("MetricGate", "Rmse", ("MaxRisePercent", "20"), ("Baseline", "production"));

        Assert.True(this.project.Run());
        Assert.True(this.project.Output.Said("of 0.1.0 (production), MaxRisePercent 20: passed"));
    }

    [Theory]
    [InlineData("staging")]
    [InlineData("7.7.7")]
    public void A_baseline_that_cannot_be_had_fails_with_the_reason(string baseline)
    {
        this.project.Commit("First");
        this.project.Item("MetricGate", "Rmse", ("MaxRise", "0.5"), ("Baseline", baseline));

        Assert.False(this.project.Run());
        ReportedText(this.project, "MODEL3105", "neither a version nor the beginning of an id");
    }

    [Fact]
    public void A_baseline_whose_model_is_missing_fails_with_the_place_to_get_it_from()
    {
        string digest = this.project.Commit("First")!.Version.ModelDigest;
        this.project.Write("data.csv", StationProject.Rows(500));
        this.project.Item("MetricGate", "Rmse", ("MaxRise", "50"));
        File.Delete(this.project.Store.Objects.PathOf(digest));

        Assert.False(this.project.Run());
        ReportedText(this.project, "MODEL3105", "git checkout HEAD -- ");
    }

    [Fact]
    public void A_baseline_reads_the_rows_by_its_own_contract()
    {
        this.project.Commit("First");
        this.Ignore("zone");
        this.project.Item("MetricGate", "Rmse", ("MaxRise", "50"));

        // The baseline still uses the column that the new contract ignores.
        Assert.True(this.project.Run());
        BaselineScore score = Assert.Single(BaselineFile.Read(File.ReadAllBytes(this.project.Artifact("baselines.json"))).Scores);
        Assert.True(score.Metrics!.Find("Rmse") < 10);
    }

    [Fact]
    public void A_baseline_whose_column_is_gone_is_incompatible()
    {
        this.project.Commit("First");
        this.project.Write("data.csv", string.Join('\n', StationProject.Rows(400).Split('\n').Select(row => row.Split(',') is [var distance, _, var fare] ? $"{distance},{fare}" : row)));
        File.Delete(Path.Combine(this.project.Folder, "Fare.schema.json"));
        this.project.Item("MetricGate", "Rmse", ("MaxRise", "50"));

        Assert.False(this.project.Run());
        ReportedText(this.project, "MODEL3105", "does not fit its contract: The file lacks a column of the contract: \"zone\"");
    }

    [Fact]
    public void A_baseline_of_another_task_is_incompatible()
    {
        this.project.Commit("First");
        this.project.Set("ModelTask", "BinaryClassification");
        this.project.Set("ModelLabel", "far");
        this.project.Write("data.csv", "distance,zone,fare,far\n" + string.Concat(StationProject.Rows(400).Split('\n').Skip(1).Where(row => row.Length > 0).Select((row, index) => $"{row},{(index % 37 > 18 != (index % 11 == 0) ? 1 : 0)}\n")));
        File.Delete(Path.Combine(this.project.Folder, "Fare.schema.json"));
        this.project.Item("MetricGate", "RocAuc", ("MaxDrop", "0.1"));

        Assert.False(this.project.Run());
        ReportedText(this.project, "MODEL3105", "its task is Regression, not BinaryClassification");
    }

    [Fact]
    public void Another_split_is_noted_where_the_comparison_fails()
    {
        this.project.Item("MetricGate", "Rmse", ("MaxRise", "-1"));
        this.project.Run();
        this.project.Commit("First");
        this.project.Set("ModelSeed", "9");

        Assert.False(this.project.Run());
        ReportedText(this.project, "MODEL3101", "Seed was 1 and is 9");
    }

    [Theory]
    [InlineData("Baseline", "production", "compares nothing without MaxDrop")]
    [InlineData("Environment", "Production", "valid are lower-case letters")]
    public void Metadata_that_does_nothing_is_refused(string name, string value, string text)
    {
        this.project.Item("MetricGate", "Rmse", ("Max", "50"), (name, value));
        Assert.False(this.project.Run());
        ReportedText(this.project, "MODEL3210", text);
    }

    [Fact]
    public void A_gate_of_an_environment_has_absolute_bounds()
    {
        this.project.Item("MetricGate", "Rmse", ("MaxRise", "50"), ("Environment", "production"));
        Assert.False(this.project.Run());
        ReportedText(this.project, "MODEL3210", "use Min and Max");
    }

    private static void ReportedText(StationProject project, string code, string part) =>
        Assert.Contains(part, project.Output.Diagnostics.First(diagnostic => diagnostic.Code == code).Text, StringComparison.Ordinal);

    private static MetricValues Metrics(double value) => new([KeyValuePair.Create("R2", value)], []);

    private void Ignore(string column)
    {
        string path = Path.Combine(this.project.Folder, "Fare.schema.json");
        string role = $"\"property\": \"{char.ToUpperInvariant(column[0])}{column[1..]}\",\n      \"role\": ";
        string contract = File.ReadAllText(path);
        Assert.Contains(role + "\"feature\"", contract, StringComparison.Ordinal);
        File.WriteAllText(path, contract.Replace(role + "\"feature\"", role + "\"ignore\"", StringComparison.Ordinal));
    }

    private GateResult Judge(double value, GateBoundKind kind, double limit, params BaselineScore[] baselines)
    {
        GateSpecification gate = new(MetricCatalog.Find("R2")!, [new GateBound(kind, new GateLimit(limit, FormattableString.Invariant($"{limit}")))], DiagnosticSeverity.Error, Project);
        ModelEvaluation evaluation = new(ModelTask.Regression, 100, Metrics(value), Metrics(0));
        return GateJudge.Judge([gate], evaluation, new GateContext(GateMode.Error, Project) { Baselines = new BaselineScores(false, baselines) }, this.log);
    }
}

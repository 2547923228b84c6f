using ModelSdk.Store;
using ModelSdk.Tests.Engine.Stations;

namespace ModelSdk.Tests.Cli;

public sealed class DiffTests : IDisposable
{
    private readonly StationProject project = new();
    private readonly VersionEntry first;
    private readonly VersionEntry second;

    public DiffTests()
    {
        this.project.Write("Fare.csproj", "<Project>");
        this.first = this.project.Commit("First")!.Version;
        this.project.Write("data.csv", StationProject.Rows(500));
        this.second = this.project.Commit("More rows")!.Version;
        this.project.Promote("0.1.0", "production");
    }

    public void Dispose() => this.project.Dispose();

    [Fact]
    public void Two_versions_are_compared_in_each_format()
    {
        CommandRun text = this.Diff("production", this.second.Number.ToString());
        Assert.Equal($"Fare 0.1.0 → {this.second.Number}", text.Lines[0]);
        Assert.Contains(text.Lines, line => line.StartsWith("data (rows 400 → 500", StringComparison.Ordinal));
        Assert.StartsWith("### Model Fare", this.Diff("0.1.0", "parent", "--format", "markdown").Output, StringComparison.Ordinal);
        Assert.Equal("0.1.0", this.Diff("0.1.0", "parent", "--format", "json").Json["before"]!.Text);
    }

    [Fact]
    public void Metrics_stand_on_the_same_rows_where_the_commit_scored_the_parent() =>
        Assert.Equal("rescored", this.Diff("0.1.0", "parent", "--format", "json").Json["basis"]!.Text);

    [Fact]
    public void Without_a_second_version_it_is_what_the_last_build_made()
    {
        this.project.Set("ModelSeed", "9");
        Assert.True(this.project.Run());
        CommandRun diff = CommandRun.Of("diff", "parent", "--project", this.project.Folder);
        Assert.Equal(0, diff.ExitCode);
        Assert.StartsWith($"Fare {this.second.Number} → ", diff.Lines[0], StringComparison.Ordinal);
        Assert.Contains("-dev.g", diff.Lines[0], StringComparison.Ordinal);
        Assert.Contains("both on the test rows of", diff.Output, StringComparison.Ordinal);
        Assert.Equal("", diff.Error);
    }

    [Fact]
    public void A_build_that_failed_its_gate_can_be_compared()
    {
        this.project.Set("ModelSeed", "9");
        this.project.Item("MetricGate", "Rmse", ("Max", "0.001"));
        Assert.False(this.project.Run());
        CommandRun diff = CommandRun.Of("diff", "parent", "--project", this.project.Folder);
        Assert.Equal(0, diff.ExitCode);
        Assert.Contains("→ build ", diff.Lines[0], StringComparison.Ordinal);
        Assert.Contains("  Max on Rmse (0.001) was added", diff.Lines);
        Assert.Contains("a gate failed", diff.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_project_two_versions_have_to_be_named()
    {
        CommandRun diff = this.Diff("0.1.0");
        Assert.Equal(1, diff.ExitCode);
        Assert.Contains("Name two versions", diff.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_version_is_equal_to_itself() => Assert.Equal("The same model, to the byte.", this.Diff(this.first.Id, "0.1.0").Lines[1]);

    private CommandRun Diff(params string[] arguments) => CommandRun.Of(["diff", "--store", this.project.Store.Root, .. arguments]);
}

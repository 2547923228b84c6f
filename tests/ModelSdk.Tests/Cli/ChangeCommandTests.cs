using ModelSdk.Contracts.Json;
using ModelSdk.Store;
using ModelSdk.Tests.Engine.Stations;

namespace ModelSdk.Tests.Cli;

public sealed class ChangeCommandTests : IDisposable
{
    private readonly StationProject project = new();
    private readonly VersionEntry first;
    private readonly VersionEntry second;

    public ChangeCommandTests()
    {
        this.first = this.project.Commit("First")!.Version;
        this.project.Set("ModelSeed", "2");
        this.second = this.project.Commit("Second")!.Version;
    }

    public void Dispose() => this.project.Dispose();

    [Fact]
    public void A_promotion_is_recorded_with_its_reason()
    {
        CommandRun run = this.InProject("promote", "0.1.0", "production", "-m", "@ada reviewed -- [it]", "--format", "json");
        Assert.Equal(0, run.ExitCode);
        (string id, _) = Assert.Single(this.project.Lineage.Environment("production").Events);
        Assert.Equal(id, run.Json["id"]!.Text);
        Assert.Equal("promotion", run.Json["kind"]!.Text);
        Assert.Equal("@ada reviewed -- [it]", run.Json["reason"]!.Text);
        Assert.True(run.Json["isNew"]!.Boolean);
        Assert.Contains("production has version 0.1.0", run.Error, StringComparison.Ordinal);

        CommandRun again = this.InProject("promote", "0.1.0", "production", "--format", "json");
        Assert.Equal(id, again.Json["id"]!.Text);
        Assert.False(again.Json["isNew"]!.Boolean);
    }

    [Fact]
    public void A_gate_of_the_environment_stops_a_promotion()
    {
        this.project.Item("MetricGate", "Rmse", ("Max", "0.001"), ("Environment", "production"));
        CommandRun refused = this.InProject("promote", "0.1.0", "production");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("error MODEL4106", refused.Error, StringComparison.Ordinal);
        Assert.Empty(this.project.Lineage.Environments);

        Assert.Equal(0, this.InProject("promote", "0.1.0", "staging").ExitCode);
    }

    [Fact]
    public void A_gate_that_cannot_be_read_stops_a_promotion()
    {
        this.project.Item("MetricGate", "Rmsle0", ("Max", "1"));
        Assert.Equal(1, this.InProject("promote", "0.1.0", "production").ExitCode);
        Assert.Empty(this.project.Lineage.Environments);
    }

    [Fact]
    public void From_a_store_a_promotion_says_that_gates_were_not_judged()
    {
        CommandRun run = this.InStore("promote", "0.1.0", "production");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("were not judged", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_environment_beside_others_is_said_aloud()
    {
        this.InProject("promote", "0.1.0", "production");
        Assert.Contains("prodution is a new environment beside production.", this.InProject("promote", "0.1.0", "prodution").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rollback_puts_the_version_before_back()
    {
        this.InProject("promote", "0.1.0", "production");
        this.InProject("promote", this.second.Id, "production");
        CommandRun run = this.InStore("rollback", "production", "--reason", "Complaints", "--format", "json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(this.first.Id, run.Json["versionId"]!.Text);
        Assert.Equal("rollback", run.Json["kind"]!.Text);

        Assert.Equal(0, this.InStore("rollback", "production", "-m", "Forward again", "--to", this.second.Id).ExitCode);
        Assert.Equal(this.second.Id, this.project.Lineage.Resolve("production").Id);
    }

    [Fact]
    public void A_retirement_ends_a_branch()
    {
        CommandRun run = this.InStore("retire", this.second.Id, "--reason", "A dead end", "--format", "json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(this.second.Id, run.Json["versionId"]!.Text);
        Assert.Equal(run.Json["id"]!.Text, Assert.Single(this.project.Lineage.Retirements).Key);

        JsonValue again = this.InStore("retire", this.second.Id, "--reason", "A dead end", "--format", "json").Json;
        Assert.False(again["isNew"]!.Boolean);
        Assert.Equal("A dead end", again["reason"]!.Text);
    }

    [Theory]
    [InlineData("rollback", "production")]
    [InlineData("retire", "0.1.0")]
    [InlineData("promote", "0.1.0")]
    [InlineData("promote", "0.1.0", "production", "--model", "Fare")]
    [InlineData("commit")]
    [InlineData("commit", "-m", "a", "-F", "b")]
    [InlineData("restore")]
    [InlineData("restore", "0.1.0", "-o", "")]
    [InlineData("show", "--project", "")]
    [InlineData("diff")]
    [InlineData("log", "--format", "xml")]
    [InlineData("nonsense")]
    public void Wrong_arguments_are_exit_code_2(params string[] arguments)
    {
        CommandRun run = CommandRun.Of(arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.EndsWith("--help` lists what is valid.", run.Error.TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("promote", "0.1.0", "Production")]
    [InlineData("promote", "0.1.0", "../x")]
    [InlineData("promote", "0.9.0", "production")]
    [InlineData("rollback", "production", "-m", "x")]
    [InlineData("rollback", "production", "-m", " ")]
    [InlineData("retire", "0.1.0", "-m", "x")]
    public void What_the_store_refuses_is_exit_code_1_and_changes_nothing(params string[] arguments)
    {
        CommandRun run = this.InStore(arguments);
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("error MODEL4", run.Error, StringComparison.Ordinal);
        Assert.Empty(this.project.Lineage.Environments);
        Assert.Empty(this.project.Lineage.Retirements);
    }

    private CommandRun InStore(params string[] arguments) => CommandRun.Of([.. arguments, "--store", this.project.Store.Root]);

    private CommandRun InProject(params string[] arguments)
    {
        this.project.Options();
        return CommandRun.Of([.. arguments, "--options", this.project.Artifact("options.json")]);
    }
}

using ModelSdk.Cli.Commands;
using ModelSdk.Cli.Output;
using ModelSdk.Cli.Projects;
using ModelSdk.Contracts.Json;
using ModelSdk.Tests.Engine.Stations;

namespace ModelSdk.Tests.Cli;

public sealed class ContractJsonTests : IDisposable
{
    private readonly StationProject project = new();

    private string Contract => Path.Combine(this.project.Folder, "Fare.schema.json");

    private string Data => Path.Combine(this.project.Folder, "data.csv");

    public void Dispose() => this.project.Dispose();

    [Fact]
    public void A_contract_is_inferred_with_its_decisions()
    {
        CommandRun run = this.Init("--format", "json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(this.Contract, run.Json["file"]!.Text);
        Assert.Equal(["distance", "zone", "fare"], run.Json["decisions"]!.Items.Select(decision => decision["name"]!.Text));
        Assert.Equal("label", run.Json["decisions"]!.Items[2]["role"]!.Text);
        Assert.All(run.Json["decisions"]!.Items, decision => Assert.NotEqual("", decision["reason"]!.Text));

        CommandRun again = this.Init("--format", "json");
        Assert.Equal(1, again.ExitCode);
        Assert.Equal("", again.Output);
    }

    [Fact]
    public void An_updated_contract_comes_with_its_changes()
    {
        this.Init();
        Assert.Empty(this.Update()["changes"]!.Items);

        this.project.Write("data.csv", StationProject.Rows(400).Replace("zone", "area", StringComparison.Ordinal));
        JsonValue updated = this.Update();
        Assert.Equal(this.Contract, updated["file"]!.Text);
        Assert.Equal(2, updated["changes"]!.Items.Count);
        Assert.Contains("removed", updated["changes"]!.Items[0].Text, StringComparison.Ordinal);
    }

    private CommandRun Init(params string[] arguments) =>
        CommandRun.Of(["init", this.Data, "--label", "fare", "--task", "Regression", "-o", this.Contract, .. arguments]);

    private JsonValue Update()
    {
        using StringWriter output = new();
        InferenceSource source = InferenceSource.Find(null, [this.Data], "fare", ModelSdk.Contracts.Schema.ModelTask.Regression, null, this.Contract);
        Assert.True(ContractUpdateCommand.Run(source, "json", new TerminalOutput(output, TextWriter.Null)));
        return JsonReader.Parse(output.ToString());
    }
}

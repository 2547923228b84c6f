using System.Text.Json.Nodes;
using ModelSdk.Tests.Engine.Stations;

namespace ModelSdk.Tests.Plugins;

public sealed class OwnTrainerTests : IDisposable
{
    private readonly StationProject project = new();

    public OwnTrainerTests()
    {
        this.project.Set("ModelTask", "BinaryClassification");
        this.project.Set("ModelLabel", "ill");
        this.project.Set("ModelTrainer", "NearestMean");
        this.project.Set("ModelTrainerAssembly", typeof(OwnTrainerTests).Assembly.Location);
        IEnumerable<string> rows = Enumerable.Range(0, 300).Select(row => FormattableString.Invariant($"{(row % 7) + (row % 2 * 3)},{row % 11},{(row % 2 == 0 ? "no" : "yes")}"));
        this.project.Write("data.csv", "a,b,ill\n" + string.Join('\n', rows) + "\n");
    }

    public void Dispose() => this.project.Dispose();

    [Fact]
    public void It_trains_with_its_checked_hyperparameters_and_its_assembly_is_in_the_recipe()
    {
        this.project.Item("Hyperparameter", "Shrinkage", ("Value", "0.5"));
        Assert.True(this.project.Run(), string.Join('\n', this.project.Output.Diagnostics));
        JsonNode training = JsonNode.Parse(this.project.Text("training.json"))!;
        Assert.Equal("NearestMean", (string?)training["trainer"]);
        Assert.Equal("0.5", (string?)training["options"]!["Shrinkage"]);
        Assert.Matches("^[0-9a-f]{64} ", (string?)training["options"]!["TrainerAssembly"]);
        string digest = this.project.ModelDigest;
        Assert.True(this.project.Run());
        Assert.Equal(digest, this.project.ModelDigest);
    }

    [Fact]
    public void A_value_that_its_definition_forbids_is_refused()
    {
        this.project.Item("Hyperparameter", "Shrinkage", ("Value", "-1"));
        Assert.False(this.project.Run());
        Assert.Equal(["MODEL2013"], this.project.Output.Codes);
    }

    [Fact]
    public void A_misspelt_name_is_answered_with_the_own_trainers_too()
    {
        this.project.Set("ModelTrainer", "NearestMaen");
        Assert.False(this.project.Run());
        Assert.Contains("Did you mean NearestMean?", this.project.Output.Diagnostics[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_task_that_it_does_not_fit_is_refused()
    {
        this.project.Set("ModelTask", "Regression");
        this.project.Set("ModelLabel", "b");
        Assert.False(this.project.Run());
        Assert.Equal(["MODEL2011"], this.project.Output.Codes);
    }

    [Fact]
    public void An_exception_of_it_is_one_diagnostic_with_its_place()
    {
        this.project.Set("ModelTrainer", "Throwing");
        Assert.False(this.project.Run());
        Assert.Equal(["MODEL0063"], this.project.Output.Codes);
        Assert.Contains("InvalidOperationException: a fault of the trainer (at ModelSdk.Tests.Plugins.ThrowingTrainer.Train", this.project.Output.Diagnostics[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Auto_stays_with_the_trainers_of_ModelSdk()
    {
        this.project.Set("ModelTrainer", "Auto");
        Assert.True(this.project.Run());
        Assert.DoesNotContain("TrainerAssembly", this.project.Text("training.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_assembly_is_named_at_its_property()
    {
        this.project.Set("ModelTrainerAssembly", "../nowhere/Own.dll");
        Assert.False(this.project.Run());
        Assert.Equal(["MODEL0061"], this.project.Output.Codes);
        Assert.True(this.project.Output.Diagnostics[0].Location.Line > 0);
    }
}

namespace ModelSdk.Tests.Engine.Stations;

public sealed class ContractStationTests : IDisposable
{
    private readonly StationProject project = new();

    public void Dispose() => this.project.Dispose();

    private string Contract => Path.Combine(this.project.Folder, "Fare.schema.json");

    [Fact]
    public void The_first_build_writes_the_contract_and_says_why()
    {
        Assert.True(this.project.Run());
        Assert.True(File.Exists(this.Contract));
        Assert.True(this.project.Output.Said("what the model predicts"));
    }

    [Fact]
    public void A_locked_build_without_a_contract_names_the_command_that_makes_it()
    {
        this.project.Set("ModelLocked", "true");
        Assert.False(this.project.Run());
        Assert.Contains("dotnet model init", Assert.Single(this.project.Output.Diagnostics).Text, StringComparison.Ordinal);
        Assert.False(File.Exists(this.Contract));
    }

    [Fact]
    public void An_unwritable_contract_is_copied_to_obj_and_the_error_names_the_copy()
    {
        Directory.CreateDirectory(this.Contract);
        Assert.False(this.project.Run());
        Assert.Equal(["MODEL1903"], this.project.Output.Codes);
        Assert.Contains(this.project.Artifact("Fare.schema.json"), this.project.Output.Diagnostics[0].Text, StringComparison.Ordinal);
        Assert.True(File.Exists(this.project.Artifact("Fare.schema.json")));
    }

    [Fact]
    public void An_invalid_edit_is_reported_at_its_line_and_leaves_the_model_alone()
    {
        Assert.True(this.project.Run());
        byte[] model = File.ReadAllBytes(this.project.Artifact("Fare.safetensors"));
        File.WriteAllText(this.Contract, File.ReadAllText(this.Contract).Replace("\"role\": \"label\"", "\"role\": \"lable\"", StringComparison.Ordinal));
        Assert.False(this.project.Run());
        Assert.Equal("MODEL1900", this.project.Output.Diagnostics[0].Code);
        Assert.True(this.project.Output.Diagnostics[0].Location.Line > 1);
        Assert.Equal(model, File.ReadAllBytes(this.project.Artifact("Fare.safetensors")));
    }

    [Fact]
    public void A_task_that_differs_from_the_contract_is_an_error_at_the_property()
    {
        Assert.True(this.project.Run());
        this.project.Set("ModelTask", "MulticlassClassification");
        Assert.False(this.project.Run());
        Assert.Equal(["MODEL1902"], this.project.Output.Codes);
    }

    [Fact]
    public void A_misspelt_gate_is_reported_before_anything_is_trained()
    {
        this.project.Item("MetricGate", "Rsme", ("Max", "3"));
        Assert.False(this.project.Run());
        Assert.False(this.project.Output.Said("Training"));
        Assert.Contains("Rmse", Assert.Single(this.project.Output.Diagnostics).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_bad_property_is_reported_at_its_own_line()
    {
        this.project.Set("ModelGate", "Sometimes");
        this.project.Set("ModelSeed", "one");
        this.project.Set("ModelRemote", "oci://host/models");
        Assert.False(this.project.Run());
        Assert.Equal(3, this.project.Output.Diagnostics.Select(diagnostic => diagnostic.Location.Line).Distinct().Count());
    }
}

namespace ModelSdk.Tests.Engine.Stations;

public sealed class IncrementalStationTests : IDisposable
{
    private readonly StationProject project = new();

    public void Dispose() => this.project.Dispose();

    [Fact]
    public void A_second_run_does_nothing_and_keeps_every_artifact()
    {
        Assert.True(this.project.Run());
        DateTime written = File.GetLastWriteTimeUtc(this.project.Artifact("Fare.safetensors"));
        Assert.True(this.project.Run());
        Assert.False(this.project.Output.Said("Training"));
        Assert.True(this.project.Output.Said("up to date"));
        Assert.Equal(written, File.GetLastWriteTimeUtc(this.project.Artifact("Fare.safetensors")));
    }

    [Fact]
    public void A_changed_bound_judges_again_and_trains_nothing()
    {
        this.project.Item("MetricGate", "Rmse", ("Max", "50"));
        Assert.True(this.project.Run());
        this.project.RemoveItems("MetricGate");
        this.project.Item("MetricGate", "Rmse", ("Max", "0.001"));
        Assert.False(this.project.Run());
        Assert.Equal(["MODEL3101"], this.project.Output.Codes);
        Assert.False(this.project.Output.Said("Training"));
        Assert.True(this.project.Output.Said("evaluation.json is up to date"));
    }

    [Fact]
    public void A_failed_gate_fails_again_and_leaves_no_new_version()
    {
        this.project.Item("MetricGate", "Rmse", ("Max", "0.001"));
        Assert.False(this.project.Run());
        Assert.False(this.project.Run());
        Assert.Equal(["MODEL3101"], this.project.Output.Codes);
        Assert.False(File.Exists(this.project.Artifact("gate.stamp")));
        Assert.False(File.Exists(this.project.Artifact("version.json")));
    }

    [Fact]
    public void A_touched_but_equal_data_file_trains_nothing()
    {
        Assert.True(this.project.Run());
        this.project.Write("data.csv", StationProject.Rows(400, "\r\n"));
        File.SetLastWriteTimeUtc(Path.Combine(this.project.Folder, "data.csv"), new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.True(this.project.Run());
        Assert.False(this.project.Output.Said("Training"));
    }

    [Fact]
    public void Changed_data_trains_another_model()
    {
        Assert.True(this.project.Run());
        string before = this.project.ModelDigest;
        this.project.Write("data.csv", StationProject.Rows(400, seed: 8));
        Assert.True(this.project.Run());
        Assert.NotEqual(before, this.project.ModelDigest);
    }

    [Fact]
    public void A_changed_hyperparameter_trains_another_model()
    {
        Assert.True(this.project.Run());
        string before = this.project.ModelDigest;
        this.project.Item("Hyperparameter", "FitIntercept", ("Value", "false"));
        Assert.True(this.project.Run());
        Assert.NotEqual(before, this.project.ModelDigest);
    }

    [Fact]
    public void An_edited_description_trains_nothing()
    {
        Assert.True(this.project.Run());
        string contract = Path.Combine(this.project.Folder, "Fare.schema.json");
        File.WriteAllText(contract, File.ReadAllText(contract).Replace("\"name\": \"distance\",", "\"name\": \"distance\", \"description\": \"Kilometres <driven>\",", StringComparison.Ordinal));
        Assert.True(this.project.Run());
        Assert.False(this.project.Output.Said("Training"));
    }

    [Fact]
    public void A_mistake_and_its_correction_train_nothing()
    {
        Assert.True(this.project.Run());
        this.project.Item("MetricGate", "Rmse", ("Max", "0,95"));
        Assert.False(this.project.Run());
        this.project.RemoveItems("MetricGate");
        this.project.Set("ModelSeed", "one");
        Assert.False(this.project.Run());
        this.project.Set("ModelSeed", "1");
        Assert.True(this.project.Run());
        Assert.False(this.project.Output.Said("Training"));
    }

    [Fact]
    public void ModelTrain_Always_trains_although_nothing_changed()
    {
        Assert.True(this.project.Run());
        this.project.Set("ModelTrain", "Always");
        Assert.True(this.project.Run());
        Assert.True(this.project.Output.Said("Training"));
    }

    [Fact]
    public void ModelTrain_Never_takes_a_known_recipe_and_refuses_a_new_one()
    {
        Assert.True(this.project.Run());
        this.project.Set("ModelTrain", "Never");
        Assert.True(this.project.Run());
        this.project.Write("data.csv", StationProject.Rows(300));
        Assert.False(this.project.Run());
        Assert.Equal(["MODEL0006"], this.project.Output.Codes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public void A_truncated_model_file_is_noticed_and_made_anew(int length)
    {
        Assert.True(this.project.Run());
        byte[] model = File.ReadAllBytes(this.project.Artifact("Fare.safetensors"));
        File.WriteAllBytes(this.project.Artifact("Fare.safetensors"), model[..length]);
        Assert.True(this.project.Run());
        Assert.True(this.project.Output.Said("was altered"));
        Assert.Equal(model, File.ReadAllBytes(this.project.Artifact("Fare.safetensors")));
    }

    [Fact]
    public void Warnings_are_repeated_when_nothing_is_trained_anew()
    {
        this.project.Write("data.csv", StationProject.Rows(400) + "5,A,\n");
        Assert.True(this.project.Run());
        Assert.True(this.project.Run());
        Assert.Equal(["MODEL1016"], this.project.Output.Codes);
        this.project.Set("TreatWarningsAsErrors", "true");
        Assert.False(this.project.Run());
    }

    [Fact]
    public void A_silenced_warning_is_not_shown()
    {
        this.project.Write("data.csv", StationProject.Rows(400) + "5,A,\n");
        this.project.Set("NoWarn", "CS1591;MODEL1016");
        Assert.True(this.project.Run());
        Assert.Empty(this.project.Output.Diagnostics);
    }

    [Fact]
    public void Temporary_files_of_an_interrupted_run_are_removed()
    {
        Assert.True(this.project.Run());
        File.WriteAllText(this.project.Artifact("Fare.safetensors.0a1b2c3d.tmp"), "half");
        Assert.True(this.project.Run());
        Assert.Empty(Directory.GetFiles(Path.Combine(this.project.Folder, "obj", "model"), "*.tmp"));
    }

    [Fact]
    public void Without_held_out_rows_there_is_no_evaluation_and_a_declared_gate_fails()
    {
        this.project.Set("ModelTestFraction", "0");
        Assert.True(this.project.Run());
        Assert.Contains("\"metrics\": {},", this.project.Text("evaluation.json"), StringComparison.Ordinal);
        this.project.Item("MetricGate", "Rmse", ("Max", "50"));
        Assert.False(this.project.Run());
    }
}

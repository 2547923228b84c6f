using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Stations;
using ModelSdk.Engine.Verification;
using ModelSdk.Tests.Engine.Stations;

namespace ModelSdk.Tests.Engine.Lineages;

public sealed class RestoreTests : IDisposable
{
    private readonly StationProject project = new();

    public void Dispose() => this.project.Dispose();

    [Fact]
    public void A_recipe_that_the_lineage_knows_is_restored_and_not_trained()
    {
        CommitResult first = this.Commit("First");
        Directory.Delete(Path.Combine(this.project.Folder, "obj"), recursive: true);

        Assert.True(this.project.Run());
        Assert.False(this.project.Output.Said("Training "));
        Assert.True(this.project.Output.Said("taken from the lineage: nothing is trained"));
        Assert.Equal(first.Version.ModelDigest, this.project.ModelDigest);
        Assert.Equal("0.1.0", this.project.Embedded.Version);
    }

    [Fact]
    public void A_recipe_that_this_checkout_trained_before_is_taken_from_its_cache()
    {
        this.project.Run();
        string first = this.project.ModelDigest;
        this.project.Write("data.csv", StationProject.Rows(500));
        this.project.Run();
        this.project.Write("data.csv", StationProject.Rows(400));
        Assert.True(this.project.Run());

        Assert.False(this.project.Output.Said("Training "));
        Assert.Equal(first, this.project.ModelDigest);
    }

    [Fact]
    public void A_cached_model_that_was_altered_is_not_used()
    {
        this.project.Run();
        string first = this.project.ModelDigest;
        foreach (string file in Directory.GetFiles(this.project.Artifact("recipes"), "*.safetensors"))
        {
            File.AppendAllText(file, "x");
        }

        File.Delete(this.project.Artifact("Fare.safetensors"));
        Assert.True(this.project.Run());
        Assert.True(this.project.Output.Said("Training "));
        Assert.Equal(first, this.project.ModelDigest);
    }

    [Fact]
    public void Never_training_restores_what_is_known_and_refuses_what_is_not()
    {
        this.Commit("First");
        Directory.Delete(Path.Combine(this.project.Folder, "obj"), recursive: true);
        this.project.Set("ModelTrain", "Never");
        Assert.True(this.project.Run());

        this.project.Write("data.csv", StationProject.Rows(500));
        Assert.False(this.project.Run());
        Assert.Equal(["MODEL0006"], this.project.Output.Codes);
    }

    [Fact]
    public void A_missing_object_is_trained_anew_unless_training_is_forbidden()
    {
        CommitResult first = this.Commit("First");
        File.Delete(this.project.Store.Objects.PathOf(first.Version.ModelDigest));
        Directory.Delete(Path.Combine(this.project.Folder, "obj"), recursive: true);
        Assert.True(this.project.Run());
        Assert.True(this.project.Output.Said("trained anew"));
        Assert.Equal(first.Version.ModelDigest, this.project.ModelDigest);

        Directory.Delete(Path.Combine(this.project.Folder, "obj"), recursive: true);
        this.project.Set("ModelTrain", "Never");
        Assert.False(this.project.Run());
        Assert.Equal(["MODEL4004"], this.project.Output.Codes);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 5\n")]
    public void Without_the_data_the_leaf_is_built_as_recorded(string? stub)
    {
        CommitResult first = this.Commit("First");
        string evaluation = this.project.Text("evaluation.json");
        this.LoseData(stub);

        Assert.True(this.project.Run());
        Assert.Equal(first.Version.ModelDigest, this.project.ModelDigest);
        Assert.Equal("0.1.0", this.project.Embedded.Version);
        Assert.Equal(evaluation, this.project.Text("evaluation.json"));
        Assert.True(this.project.Output.Said("recorded, not re-run"));
        Assert.False(this.project.Output.Said("Training "));
        VerificationRows rows = VerificationRows.Read(File.ReadAllBytes(this.project.Artifact("verification.json")));
        Assert.True(rows.RowCount >= 256);
        Assert.Contains("A", (string?[])rows.Columns[1]);
    }

    [Fact]
    public void A_second_build_without_the_data_has_nothing_to_do()
    {
        this.Commit("First");
        this.LoseData(null);
        this.project.Run();
        DateTime written = File.GetLastWriteTimeUtc(this.project.Artifact("version.json"));
        Assert.True(this.project.Run());
        Assert.Equal(written, File.GetLastWriteTimeUtc(this.project.Artifact("version.json")));
        Assert.True(this.project.Output.Said("nothing is trained"));
    }

    [Fact]
    public void Without_the_data_changed_options_fit_no_version()
    {
        this.Commit("First");
        this.LoseData(null);
        this.project.Set("ModelSeed", "2");

        Assert.False(this.project.Run());
        Assert.Contains("Seed was 1 and is 2", Assert.Single(this.project.Output.Diagnostics).Text, StringComparison.Ordinal);
        Assert.Equal(["MODEL4201"], this.project.Output.Codes);
    }

    [Fact]
    public void Without_the_data_two_fitting_leaves_are_both_named()
    {
        string first = this.Commit("First").Version.Id;
        this.project.Write("data.csv", StationProject.Rows(500));
        this.Commit("Left");
        this.project.Write("data.csv", StationProject.Rows(450));
        this.Commit("Right", first);
        this.LoseData(null);

        Assert.False(this.project.Run());
        Assert.Equal(["MODEL4202"], this.project.Output.Codes);
    }

    [Fact]
    public void Without_data_and_lineage_the_data_is_asked_for()
    {
        this.project.Run();
        this.LoseData(null);
        Assert.False(this.project.Run());
        Assert.Equal(["MODEL1002"], this.project.Output.Codes);
    }

    [Theory]
    [InlineData("0.1.0")]
    [InlineData("production")]
    public void A_pinned_version_is_built_without_training_whatever_the_data_says(string pin)
    {
        CommitResult first = this.Commit("First");
        this.project.Promote("0.1.0", "production");
        this.project.Write("data.csv", StationProject.Rows(500));
        this.Commit("Second");
        this.project.Set("ModelPinnedVersion", pin);
        this.project.Item("MetricGate", "R2", ("Min", "0.9999"));

        Assert.True(this.project.Run());
        Assert.Equal(first.Version.ModelDigest, this.project.ModelDigest);
        Assert.Equal("0.1.0", this.project.Embedded.Version);
        Assert.Equal(first.Version.Id, this.project.Embedded.Id);
        Assert.True(this.project.Output.Said("gates have changed"));
    }

    [Fact]
    public void A_pinned_version_of_another_contract_is_refused_in_the_words_of_the_contract()
    {
        this.Commit("First");
        string contract = File.ReadAllText(Path.Combine(this.project.Folder, "Fare.schema.json"));
        this.project.Write("Fare.schema.json", contract.Replace("\"role\": \"feature\",\n      \"kind\": \"categorical\"", "\"role\": \"ignore\",\n      \"kind\": \"categorical\"", StringComparison.Ordinal));
        this.project.Set("ModelPinnedVersion", "0.1.0");

        Assert.False(this.project.Run());
        Assert.Equal(["MODEL4203"], this.project.Output.Codes);
        Assert.Contains("feature \"zone\" was removed", this.project.Output.Diagnostics[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9.9.9", "MODEL4001")]
    [InlineData("staging", "MODEL4001")]
    [InlineData("../../etc", "MODEL4001")]
    public void A_pin_that_names_nothing_is_refused(string pin, string code)
    {
        this.Commit("First");
        this.project.Set("ModelPinnedVersion", pin);
        Assert.False(this.project.Run());
        Assert.Equal([code], this.project.Output.Codes);
    }

    [Fact]
    public void A_damaged_model_is_not_built()
    {
        CommitResult first = this.Commit("First");
        File.AppendAllText(this.project.Store.Objects.PathOf(first.Version.ModelDigest), "x");
        this.project.Set("ModelPinnedVersion", "0.1.0");
        Directory.Delete(Path.Combine(this.project.Folder, "obj"), recursive: true);

        Assert.False(this.project.Run());
        Assert.Equal(["MODEL4005"], this.project.Output.Codes);
        Assert.False(File.Exists(this.project.Artifact("Fare.safetensors")));
    }

    [Fact]
    public void A_version_is_attested_by_training_its_recorded_recipe()
    {
        this.Commit("First");
        // The project has moved on; the recorded options count.
        this.project.Set("ModelSeed", "5");
        Assert.True(AttestStation.Run(this.project.Options(), "0.1.0", this.project.Output, CancellationToken.None));
        Assert.True(this.project.Output.Said("attested"));
    }

    [Theory]
    [InlineData("ModelTrainer", "Auto")]
    [InlineData("ModelEvaluation", "CrossValidation")]
    [InlineData("ModelOptimizer", "Adam")]
    public void A_version_is_attested_whatever_its_recipe_says(string property, string value)
    {
        this.project.Set(property, value);
        this.Commit("First");
        this.project.Set("ModelTrainer", "Ridge");
        this.project.Set("ModelEvaluation", "Holdout");
        this.project.Set("ModelOptimizer", "Auto");
        Assert.True(AttestStation.Run(this.project.Options(), "0.1.0", this.project.Output, CancellationToken.None));
    }

    [Fact]
    public void Other_data_is_no_attestation()
    {
        this.Commit("First");
        this.project.Write("data.csv", StationProject.Rows(500));
        ModelBuildException refused = Assert.Throws<ModelBuildException>(
            () => AttestStation.Run(this.project.Options(), "0.1.0", this.project.Output, CancellationToken.None));
        Assert.Contains("training data is not the one", refused.Message, StringComparison.Ordinal);
    }

    private CommitResult Commit(string reason, params string[] parents) => this.project.Commit(reason, parents)!;

    private void LoseData(string? stub)
    {
        Directory.Delete(Path.Combine(this.project.Folder, "obj"), recursive: true);
        File.Delete(Path.Combine(this.project.Folder, "data.csv"));
        if (stub is not null)
        {
            this.project.Write("data.csv", stub);
        }
    }
}

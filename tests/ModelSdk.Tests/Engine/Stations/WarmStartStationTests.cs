using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Stations;
using ModelSdk.Store;

namespace ModelSdk.Tests.Engine.Stations;

public sealed class WarmStartStationTests : IDisposable
{
    private readonly StationProject project = new();

    public void Dispose() => this.project.Dispose();

    [Fact]
    public void A_model_continues_from_the_version_that_is_named_and_after_the_commit_nothing_is_trained()
    {
        this.project.Set("ModelTrainer", "GradientBoosting");
        this.project.Item("Hyperparameter", "Trees", ("Value", "10"));
        Assert.NotNull(this.project.Commit("First"));
        string alone = this.project.ModelDigest;

        this.project.Write("data.csv", StationProject.Rows(440, seed: 8));
        this.project.Set("ModelWarmStart", "parent");
        Assert.True(this.project.Run());
        Assert.True(this.project.Output.Said("continuing from version 0.1.0"));
        string continued = this.project.ModelDigest;
        Assert.NotEqual(alone, continued);

        Assert.NotNull(this.project.Commit("Second"));
        Assert.True(this.project.Run());
        Assert.False(this.project.Output.Said("Training"));
        Assert.Equal(continued, this.project.ModelDigest);
    }

    [Fact]
    public void Another_start_is_another_recipe()
    {
        this.project.Set("ModelTrainer", "GradientBoosting");
        this.project.Item("Hyperparameter", "Trees", ("Value", "10"));
        Assert.NotNull(this.project.Commit("First"));
        this.project.Set("ModelWarmStart", "0.1.0");
        Assert.True(this.project.Run());
        Assert.True(this.project.Output.Said("continuing from version 0.1.0"));
    }

    [Fact]
    public void The_first_model_has_nothing_to_continue_from()
    {
        this.project.Set("ModelTrainer", "GradientBoosting");
        this.project.Set("ModelWarmStart", "production");
        Assert.True(this.project.Run());
        Assert.True(this.project.Output.Said("there is no version yet to continue from"));
    }

    [Fact]
    public void A_trainer_that_solves_at_once_says_that_it_trains_anew()
    {
        this.project.Set("ModelTrainer", "Ridge");
        this.project.Set("ModelWarmStart", "parent");
        Assert.True(this.project.Run());
        Assert.Equal(["MODEL2015"], this.project.Output.Codes);
    }

    [Fact]
    public void A_version_of_another_trainer_is_refused()
    {
        Assert.NotNull(this.project.Commit("First"));
        this.project.Set("ModelTrainer", "GradientBoosting");
        this.project.Set("ModelWarmStart", "parent");
        Assert.False(this.project.Run());
        Assert.Equal(["MODEL2016"], this.project.Output.Codes);
    }

    [Fact]
    public void A_continued_boosting_is_attested()
    {
        this.project.Set("ModelTrainer", "GradientBoosting");
        this.project.Item("Hyperparameter", "Trees", ("Value", "10"));
        this.CommitTwo();
        Assert.True(this.Attest(this.project.Lineage.Leaves.Single().Id), string.Join('\n', this.project.Output.Messages));
        Assert.Contains("continuing from version 0.1.0", string.Join('\n', this.project.Output.Messages), StringComparison.Ordinal);
        Assert.Contains("is attested", string.Join('\n', this.project.Output.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public void A_logistic_regression_that_Adam_continued_is_attested_although_the_name_means_another_version_now()
    {
        this.project.Set("ModelTask", "BinaryClassification");
        this.project.Set("ModelLabel", "dear");
        this.project.Set("ModelOptimizer", "Adam");
        this.project.Item("Hyperparameter", "Epochs", ("Value", "20"));
        this.CommitTwo(DearRows);
        Assert.True(this.Attest(this.project.Lineage.Leaves.Single().Id), string.Join('\n', this.project.Output.Messages));
        Assert.Contains("continuing from version 0.1.0", string.Join('\n', this.project.Output.Messages), StringComparison.Ordinal);
        Assert.Contains("is attested", string.Join('\n', this.project.Output.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public void A_start_that_no_version_has_is_no_attestation()
    {
        this.project.Set("ModelTrainer", "GradientBoosting");
        this.project.Item("Hyperparameter", "Trees", ("Value", "10"));
        this.CommitTwo();
        string first = this.project.Lineage.Resolve("0.1.0").Id;
        File.Delete(Path.Combine(this.project.Folder, ".models", "Fare", "versions", first + ".json"));
        ModelBuildException refused = Assert.Throws<ModelBuildException>(() => this.Attest(this.project.Lineage.Leaves.Single().Id));
        Assert.Equal("MODEL4204", refused.Diagnostic.Code);
        Assert.Contains("its training continued from the model", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_start_whose_model_was_altered_is_no_attestation()
    {
        this.project.Set("ModelTrainer", "GradientBoosting");
        this.project.Item("Hyperparameter", "Trees", ("Value", "10"));
        this.CommitTwo();
        string model = this.project.Store.Objects.PathOf(this.project.Lineage.Resolve("0.1.0").ModelDigest);
        byte[] bytes = File.ReadAllBytes(model);
        bytes[^1] ^= 1;
        File.WriteAllBytes(model, bytes);
        StoreException refused = Assert.Throws<StoreException>(() => this.Attest(this.project.Lineage.Leaves.Single().Id));
        Assert.Equal("MODEL4005", refused.Diagnostic.Code);
    }

    private static string DearRows(int count, int seed)
    {
        IEnumerable<string> rows = StationProject.Rows(count, seed: seed).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(row => row.Split(',')).Select((row, index) => $"{row[0]},{row[1]},{(double.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture) + (index % 5 * 9) > 75 ? "yes" : "no")}");
        return "distance,zone,dear\n" + string.Join('\n', rows) + "\n";
    }

    private void CommitTwo(Func<int, int, string>? rows = null)
    {
        rows ??= (count, seed) => StationProject.Rows(count, seed: seed);
        this.project.Write("data.csv", rows(400, 7));
        Assert.True(this.project.Commit("First") is not null, string.Join('\n', this.project.Output.Diagnostics));
        this.project.Write("data.csv", rows(440, 8));
        this.project.Set("ModelWarmStart", "parent");
        Assert.True(this.project.Commit("Second") is not null, string.Join('\n', this.project.Output.Diagnostics));
        Assert.Equal(2, this.project.Lineage.Versions.Count);
    }

    private bool Attest(string version) => AttestStation.Run(this.project.Options(), version, this.project.Output, CancellationToken.None);
}

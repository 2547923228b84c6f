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
}

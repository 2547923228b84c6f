using ModelSdk.Contracts.Diagnostics;

namespace ModelSdk.Tests.Engine.Stations;

/// <summary>A build whose data exceeds ModelMemoryLimit.</summary>
public sealed class MemoryLimitStationTests : IDisposable
{
    private readonly StationProject project = new();

    public MemoryLimitStationTests() => this.project.Write("data.csv", StationProject.Rows(9000));

    public void Dispose() => this.project.Dispose();

    [Theory]
    [InlineData("LinearRegression", "Auto")]
    [InlineData("LinearRegression", "SGD")]
    [InlineData("LinearRegression", "LBFGS")]
    [InlineData("Ridge", "Auto")]
    [InlineData("Lasso", "Auto")]
    [InlineData("ElasticNet", "Auto")]
    [InlineData("PoissonRegression", "Adam")]
    [InlineData("LinearRegression", "GradientDescent")]
    [InlineData("NeuralNetwork", "SGD")]
    [InlineData("GradientBoosting", "Auto")]
    [InlineData("RandomForest", "Auto")]
    [InlineData("Auto", "Auto")]
    public void The_limit_changes_neither_model_nor_evaluation(string trainer, string optimizer)
    {
        this.project.Set("ModelTrainer", trainer);
        this.project.Set("ModelOptimizer", optimizer);
        this.project.Set("ModelTrain", "Always");
        Assert.True(this.project.Run());
        (string model, string evaluation) = (this.project.ModelDigest, this.project.Text("evaluation.json"));
        this.project.Set("ModelMemoryLimit", "100kB");
        Assert.True(this.project.Run());
        Assert.Equal(model, this.project.ModelDigest);
        Assert.Equal(evaluation, this.project.Text("evaluation.json"));
        this.NothingIsLeft();
    }

    [Fact]
    public void Classes_and_cross_validation_are_streamed_too()
    {
        this.project.Write("data.csv", string.Concat(StationProject.Rows(3000).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select((line, row) => (row == 0 ? "distance,zone,fare" : line[..line.LastIndexOf(',')] + ((row - 1) % 37 + (3 * (row % 5)) < 20 ? ",no" : ",yes")) + "\n")));
        this.project.Set("ModelTask", "BinaryClassification");
        this.project.Set("ModelEvaluation", "CrossValidation");
        this.project.Set("ModelTrain", "Always");
        Assert.True(this.project.Run(), string.Join('\n', this.project.Output.Diagnostics));
        (string model, string evaluation) = (this.project.ModelDigest, this.project.Text("evaluation.json"));
        this.project.Set("ModelMemoryLimit", "50kB");
        Assert.True(this.project.Run());
        Assert.Equal(model, this.project.ModelDigest);
        Assert.Equal(evaluation, this.project.Text("evaluation.json"));
    }

    [Fact]
    public void A_trainer_that_cannot_is_refused_before_rows_are_read_and_those_that_can_are_named()
    {
        this.project.Set("ModelTrainer", "QuantileRegression");
        this.project.Set("ModelMemoryLimit", "100kB");
        Assert.False(this.project.Run());
        Assert.Equal(DataDiagnostics.DataTooLarge.Code, this.project.Output.Diagnostics.Single().Code);
        Assert.Contains("QuantileRegression needs all rows in memory", this.project.Output.Diagnostics.Single().Text, StringComparison.Ordinal);
        Assert.Contains("LinearRegression, Ridge", this.project.Output.Diagnostics.Single().Text, StringComparison.Ordinal);
        this.NothingIsLeft();
    }

    private void NothingIsLeft() =>
        Assert.True(!Directory.Exists(this.project.Artifact("temporary")) || !Directory.EnumerateFileSystemEntries(this.project.Artifact("temporary")).Any());
}

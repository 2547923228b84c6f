using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Verification;

namespace ModelSdk.Tests.Engine.Stations;

public sealed class ForecastStationTests : IDisposable
{
    private readonly StationProject project = new();

    public ForecastStationTests()
    {
        string[] lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "TestData", "airline-passengers", "data.csv"));
        string label = lines[0].Split(',')[1];
        this.project.Write("data.csv", string.Join('\n', lines) + "\n");
        this.project.Set("ModelTask", "Forecasting");
        this.project.Set("ModelLabel", label);
        this.project.Set("ModelTrainer", "HoltWinters");
        this.project.Set("ModelFolds", "3");
    }

    public void Dispose() => this.project.Dispose();

    [Fact]
    public void Rolling_origins_judge_against_the_seasonal_naive_forecast()
    {
        Assert.True(this.project.Run());
        ModelEvaluation evaluation = EvaluationFile.Read(File.ReadAllBytes(this.project.Artifact("evaluation.json")));
        Assert.Equal("3 rolling origins of 12 steps", evaluation.Procedure);
        Assert.Equal(36, evaluation.Rows);
        Assert.True(evaluation.Metrics.Find("Mase") < evaluation.Naive.Find("Mase"));
    }

    [Fact]
    public void The_class_is_verified_by_times_that_the_model_forecasts()
    {
        Assert.True(this.project.Run());
        VerificationRows rows = VerificationRows.Read(File.ReadAllBytes(this.project.Artifact("verification.json")));
        Assert.Contains(rows.Predictions, double.IsFinite);
    }

    [Fact]
    public void A_second_version_is_compared_with_the_recorded_origins_of_the_first()
    {
        Assert.NotNull(this.project.Commit("first"));
        this.project.Set("ModelTrainer", "SeasonalNaive");
        this.project.Item("MetricGate", "Mase", ("MaxRise", "0"), ("Baseline", "parent"));
        Assert.False(this.project.Run());
        Assert.Equal(["MODEL3101"], this.project.Output.Codes);
    }

    [Fact]
    public void Settings_of_features_are_said_to_have_no_effect_and_make_no_other_recipe()
    {
        Assert.True(this.project.Run());
        byte[] model = File.ReadAllBytes(this.project.Artifact("Fare.safetensors"));
        string version = File.ReadAllText(this.project.Artifact("version.json"));
        this.project.Item("ModelFeature", "*", ("Impute", "Median"));
        this.project.Item("ModelInteraction", "month", ("With", "year"));
        Assert.True(this.project.Run());
        Assert.Equal(["MODEL2076", "MODEL2076"], this.project.Output.Codes);
        Assert.Equal(model, File.ReadAllBytes(this.project.Artifact("Fare.safetensors")));
        Assert.Equal(version, File.ReadAllText(this.project.Artifact("version.json")));
    }
}

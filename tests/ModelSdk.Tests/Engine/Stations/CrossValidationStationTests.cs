using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Stations;

namespace ModelSdk.Tests.Engine.Stations;

public sealed class CrossValidationStationTests : IDisposable
{
    private readonly StationProject project = new();

    public CrossValidationStationTests()
    {
        this.project.Set("ModelTrainer", "LinearRegression");
        this.project.Set("ModelEvaluation", "CrossValidation");
    }

    public void Dispose() => this.project.Dispose();

    [Fact]
    public void Every_row_is_judged_and_every_row_trains_the_model_that_ships()
    {
        Assert.True(this.project.Run());
        ModelEvaluation evaluation = this.Evaluation();
        Assert.Equal(400, evaluation.Rows);
        Assert.Equal("5-fold cross-validation", evaluation.Procedure);
        Assert.Equal(5, evaluation.Folds.Count);
        Assert.Equal(400, TrainingRecord.Read(this.project.Text("training.json")).TrainingRows);
    }

    [Fact]
    public void The_model_does_not_depend_on_the_number_of_folds_and_the_evaluation_does()
    {
        Assert.True(this.project.Run());
        string model = this.project.ModelDigest;
        this.project.Set("ModelFolds", "10");
        Assert.True(this.project.Run());
        Assert.False(this.project.Output.Said("Training"));
        Assert.Equal(model, this.project.ModelDigest);
        Assert.Equal(10, this.Evaluation().Folds.Count);
    }

    [Fact]
    public void Predictions_of_a_fold_come_from_the_other_folds_alone()
    {
        // A feature that identifies the row fits its own label, and says nothing about another row's.
        string rows = string.Concat(Enumerable.Range(0, 200).Select(row => $"k{row / 5},{(row / 5 * 7919) % 101}\n"));
        this.project.Write("data.csv", "zone,fare\n" + rows);
        this.project.Write("Fare.schema.json", """
            { "format": 1, "task": "Regression", "columns": [
              { "name": "zone", "property": "Zone", "role": "feature", "kind": "categorical", "leakage": "accepted" },
              { "name": "fare", "property": "Fare", "role": "label", "kind": "numeric" } ] }
            """);
        this.project.Set("ModelSplitBy", "Group");
        this.project.Set("ModelGate", "Off");
        Assert.False(this.project.Run());
        Assert.Equal(["MODEL1060"], this.project.Output.Codes);
        this.project.Set("ModelSplitBy", "Row");
        Assert.True(this.project.Run());
        ModelEvaluation evaluation = this.Evaluation();
        Assert.True(evaluation.Metrics.Find("R2") < 0.2);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("many")]
    public void A_number_of_folds_that_is_none_is_refused(string folds)
    {
        this.project.Set("ModelFolds", folds);
        Assert.False(this.project.Run());
        Assert.Equal(["MODEL0001"], this.project.Output.Codes);
    }

    private ModelEvaluation Evaluation() => EvaluationFile.Read(File.ReadAllBytes(this.project.Artifact("evaluation.json")));
}

using System.Globalization;
using ModelSdk.Engine.Evaluation;

namespace ModelSdk.Tests.Engine.Stations;

public class ClassLabelStationTests
{
    // The class follows the number, with some rows on the wrong side.
    private static string Rows(string negative, string positive) => string.Join('\n', Enumerable.Range(0, 300)
        .Select(row => string.Create(CultureInfo.InvariantCulture, $"{row % 100},{row % 7},{((row % 100 > 50) ^ (row % 11 == 0) ? positive : negative)}"))
        .Prepend("size,other,label")) + "\n";

    [Theory]
    [InlineData("0", "1", "")]
    [InlineData("no", "yes", "")]
    [InlineData("true", "false", "true")]
    [InlineData("2", "4", "4")]
    [InlineData("4", "2", "2")]
    [InlineData("benign", "malignant", "malignant")]
    [InlineData("z", "a", "a")]
    public void A_binary_model_is_right_about_most_rows_whatever_the_classes_are_called(string negative, string positive, string declared)
    {
        using StationProject project = new();
        project.Set("ModelTask", "BinaryClassification");
        project.Set("ModelLabel", "label");
        project.Set("ModelPositiveLabel", declared);
        project.Write("data.csv", Rows(negative, positive));
        Assert.True(project.Run(), string.Join('\n', project.Output.Diagnostics));
        ModelEvaluation evaluation = EvaluationFile.Read(File.ReadAllBytes(project.Artifact("evaluation.json")));
        Assert.InRange(evaluation.Metrics.Find("Accuracy")!.Value, 0.75, 1);
        Assert.InRange(evaluation.Naive.Find("Accuracy")!.Value, 0.4, 0.7);
    }

    [Theory]
    [InlineData("1", "2", "3")]
    [InlineData("low", "middle", "high")]
    public void A_multiclass_model_beats_the_naive_one_whatever_the_classes_are_called(string low, string middle, string high)
    {
        using StationProject project = new();
        project.Set("ModelTask", "MulticlassClassification");
        project.Set("ModelLabel", "label");
        string[] classes = [low, middle, high];
        project.Write("data.csv", string.Join('\n', Enumerable.Range(0, 300)
            .Select(row => string.Create(CultureInfo.InvariantCulture, $"{row % 90},{(row * 31) % 17},{classes[((row % 90 / 30) + (row % 13 == 0 ? 1 : 0)) % 3]}"))
            .Prepend("size,other,label")) + "\n");
        Assert.True(project.Run(), string.Join('\n', project.Output.Diagnostics));
        ModelEvaluation evaluation = EvaluationFile.Read(File.ReadAllBytes(project.Artifact("evaluation.json")));
        Assert.InRange(evaluation.Metrics.Find("Accuracy")!.Value, 0.75, 1);
    }
}

using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training;

namespace ModelSdk.Tests.Engine.Training;

public sealed class TrainerCatalogTests
{
    private static readonly SourceLocation Place = new("M.csproj", 4, 5);

    [Theory]
    [InlineData("Auto", ModelTask.Regression, "LinearRegression")]
    [InlineData("", ModelTask.Regression, "LinearRegression")]
    [InlineData("Auto", ModelTask.BinaryClassification, "LogisticRegression")]
    [InlineData("Auto", ModelTask.MulticlassClassification, "LogisticRegression")]
    [InlineData("LogisticRegression", ModelTask.BinaryClassification, "LogisticRegression")]
    public void A_trainer_is_found_by_name_or_task(string name, ModelTask task, string expected) =>
        Assert.Equal(expected, TrainerCatalog.Find(name, task, Place).Name);

    [Theory]
    [InlineData("linearregression", "Did you mean LinearRegression?")]
    [InlineData("LinaerRegression", "Did you mean LinearRegression?")]
    [InlineData("Perceptron", "valid: Auto, LinearRegression, ")]
    public void An_unknown_trainer_is_an_error_at_its_place_with_the_valid_names(string name, string expected)
    {
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => TrainerCatalog.Find(name, ModelTask.Regression, Place));
        Assert.Equal((TrainingDiagnostics.UnknownTrainer, Place), (exception.Diagnostic, exception.Location));
        Assert.Contains($"\"{name}\"", exception.Message, StringComparison.Ordinal);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trainer_that_does_not_fit_the_task_is_an_error_with_those_that_do()
    {
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => TrainerCatalog.Find("LinearRegression", ModelTask.BinaryClassification, Place));
        Assert.Equal((TrainingDiagnostics.TaskNotSupported, Place), (exception.Diagnostic, exception.Location));
        Assert.Contains("valid for this task: Auto, LogisticRegression, ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_trainer_has_its_own_name_and_readable_defaults()
    {
        Assert.Equal(TrainerCatalog.All.Count, TrainerCatalog.All.Select(trainer => trainer.Name).Distinct().Count());
        Assert.All(TrainerCatalog.All, trainer =>
        {
            HyperparameterSetting[] defaults = [.. trainer.Hyperparameters.Select(definition => new HyperparameterSetting(definition.Name, definition.Default, Place))];
            Assert.Equal(
                HyperparameterParser.Parse(trainer, [], new RecordingLog()).Texts,
                HyperparameterParser.Parse(trainer, defaults, new RecordingLog()).Texts);
        });
    }
}

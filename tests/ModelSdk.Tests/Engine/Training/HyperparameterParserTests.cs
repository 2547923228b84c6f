using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training;
using ModelSdk.Engine.Training.Linear;

namespace ModelSdk.Tests.Engine.Training;

public sealed class HyperparameterParserTests
{
    private static readonly SourceLocation Place = new("M.csproj", 9, 5);

    [Fact]
    public void What_is_not_set_has_its_default()
    {
        HyperparameterValues values = Parse(("L2", " 0.50 "));
        Assert.Equal((0.5, "0.5", 1000, 1e-6, true), (values.Number("L2"), values.Text("L2"), values.WholeNumber("MaxIterations"), values.Number("Tolerance"), values.Boolean("FitIntercept")));
    }

    [Theory]
    [InlineData("l2", "0.5", "has no hyperparameter \"l2\"; valid: L2, L1, FitIntercept, ClassWeight, MaxIterations, Tolerance,")]
    [InlineData("LearnRate", "0.5", "has no hyperparameter \"LearnRate\"")]
    public void An_unknown_name_is_an_error_with_the_valid_ones(string name, string value, string expected) =>
        AssertRefused(TrainingDiagnostics.UnknownHyperparameter, expected, (name, value));

    [Theory]
    [InlineData("L2", "-1", "L2 is \"-1\"; valid: a number with a decimal point of at least 0.")]
    [InlineData("L2", "0,5", "L2 is \"0,5\"")]
    [InlineData("L2", "NaN", "L2 is \"NaN\"")]
    [InlineData("L2", "1e999", "L2 is \"1e999\"")]
    [InlineData("L2", "", "L2 is \"\"")]
    [InlineData("MaxIterations", "0", "valid: a whole number from 1 to 2147483647.")]
    [InlineData("MaxIterations", "1.5", "MaxIterations is \"1.5\"")]
    [InlineData("FitIntercept", "yes", "valid: true, false.")]
    public void An_invalid_value_is_an_error_with_the_range(string name, string value, string expected) =>
        AssertRefused(TrainingDiagnostics.InvalidHyperparameter, expected, (name, value));

    [Fact]
    public void A_name_set_twice_is_an_error() =>
        AssertRefused(TrainingDiagnostics.RepeatedHyperparameter, "L2 is set twice", ("L2", "1"), ("L2", "2"));

    [Fact]
    public void Every_problem_is_reported()
    {
        RecordingLog log = new();
        HyperparameterSetting[] settings = [new("Depth", "3", Place), new("L2", "x", Place), new("FitIntercept", "1", Place)];
        ModelBuildException last = Assert.Throws<ModelBuildException>(() => HyperparameterParser.Parse(new LogisticRegression(), settings, log));
        Assert.Equal(
            [TrainingDiagnostics.UnknownHyperparameter, TrainingDiagnostics.InvalidHyperparameter, TrainingDiagnostics.InvalidHyperparameter],
            [.. log.Reports.Select(report => report.Diagnostic), last.Diagnostic]);
    }

    private static HyperparameterValues Parse(params (string Name, string Value)[] settings) => HyperparameterParser.Parse(
        new LogisticRegression(), [.. settings.Select(setting => new HyperparameterSetting(setting.Name, setting.Value, Place))], new RecordingLog());

    private static void AssertRefused(ModelDiagnostic diagnostic, string expected, params (string Name, string Value)[] settings)
    {
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => Parse(settings));
        Assert.Equal((diagnostic, Place), (exception.Diagnostic, exception.Location));
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }
}

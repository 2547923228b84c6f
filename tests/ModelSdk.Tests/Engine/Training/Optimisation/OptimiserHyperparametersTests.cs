using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training;
using ModelSdk.Engine.Training.Optimisation;

namespace ModelSdk.Tests.Engine.Training.Optimisation;

public sealed class OptimiserHyperparametersTests
{
    private static readonly OptimiserDefaults Defaults = new();

    public static TheoryData<string> Names => [.. Optimisers.All];

    [Theory]
    [MemberData(nameof(Names))]
    public void Defaults_suit_every_optimiser(string name)
    {
        RecordingLog log = new();
        OptimiserSettings settings = Settings(name, log);
        Assert.Empty(log.Reports);
        Assert.Equal(Enumerable.Range(0, 100), settings.FittedRows);
        Assert.Empty(settings.ValidationRows);
        Assert.Equal(Defaults.Rate(name), settings.Rate.Initial);
        Assert.Equal(16, settings.BatchSize);
    }

    [Theory]
    [InlineData("Adam", "Momentum", "0.9", "the optimiser Adam does not use it; it is for GradientDescent, SGD.")]
    [InlineData("LBFGS", "LearningRate", "0.5", "the optimiser LBFGS does not use it; it is for GradientDescent, SGD, Adam.")]
    [InlineData("SGD", "Beta1", "0.5", "the optimiser SGD does not use it; it is for Adam.")]
    [InlineData("GradientDescent", "BatchSize", "10", "it is for SGD, Adam.")]
    [InlineData("SGD", "MaxIterations", "7", "it is for LBFGS, GradientDescent.")]
    [InlineData("SGD", "ScheduleDecay", "0.25", "that needs Schedule Step or Exponential; it is Constant.")]
    [InlineData("SGD", "SchedulePower", "0.25", "that needs Schedule InverseScaling; it is Constant.")]
    [InlineData("SGD", "ScheduleEpochs", "2", "that needs Schedule Step; it is Constant.")]
    [InlineData("SGD", "Nesterov", "true", "Momentum is 0")]
    [InlineData("LBFGS", "Patience", "3", "that needs EarlyStopping true or Auto; it is false.")]
    [InlineData("Adam", "ValidationFraction", "0.5", "that needs EarlyStopping true or Auto; it is false.")]
    public void What_would_have_no_effect_is_refused(string optimiser, string name, string value, string reason)
    {
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => Settings(optimiser, new RecordingLog(), (name, value)));
        Assert.Equal(OptimisationDiagnostics.HyperparameterWithoutEffect, exception.Diagnostic);
        Assert.StartsWith($"The hyperparameter {name} is \"{value}\", but ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Early_stopping_takes_its_rows_from_the_training_rows()
    {
        OptimiserSettings settings = Settings("Adam", new RecordingLog(), ("EarlyStopping", "true"), ("ValidationFraction", "0.25"));
        Assert.Equal(Enumerable.Range(0, 100), settings.FittedRows.Concat(settings.ValidationRows).Order());
        Assert.InRange(settings.ValidationRows.Length, 10, 40);
    }

    [Fact]
    public void Early_stopping_without_rows_is_a_warning_and_all_rows_are_fitted()
    {
        RecordingLog log = new();
        OptimiserSettings settings = Settings("Adam", log, Data(1), ("EarlyStopping", "true"));
        Assert.Equal(OptimisationDiagnostics.NoValidationRows, Assert.Single(log.Reports).Diagnostic);
        Assert.Equal([0], settings.FittedRows);
        Assert.Empty(settings.ValidationRows);
    }

    [Fact]
    public void Values_reach_the_settings()
    {
        OptimiserSettings settings = Settings(
            "SGD", new RecordingLog(), ("LearningRate", "0.5"), ("Schedule", "Step"), ("ScheduleDecay", "0.25"), ("ScheduleEpochs", "3"), ("Momentum", "0.75"), ("Nesterov", "true"), ("BatchSize", "7"), ("Epochs", "9"));
        Assert.Equal(new LearningRateSchedule(0.5) { Kind = ScheduleKind.Step, Decay = 0.25, StepEpochs = 3, TotalEpochs = 9 }, settings.Rate);
        Assert.Equal((0.75, true, 7, 9), (settings.Momentum, settings.Nesterov, settings.BatchSize, settings.Epochs));
    }

    [Fact]
    public void A_trainer_gets_only_what_its_optimisers_read()
    {
        string[] names = [.. OptimiserHyperparameters.For([Optimisers.Lbfgs], Defaults).Select(definition => definition.Name)];
        Assert.Equal(["MaxIterations", "Tolerance", "EarlyStopping", "ValidationFraction", "Patience", "MinImprovement"], names);
    }

    private static OptimiserSettings Settings(string optimiser, RecordingLog log, params (string Name, string Value)[] set) => Settings(optimiser, log, Data(100), set);

    private static OptimiserSettings Settings(string optimiser, RecordingLog log, TrainingData data, params (string Name, string Value)[] set)
    {
        Dictionary<string, string> texts = new(HyperparameterValues.Defaults(OptimiserHyperparameters.For(Optimisers.All, Defaults)).Texts, StringComparer.Ordinal);
        foreach ((string name, string value) in set)
        {
            texts[name] = value;
        }

        return OptimiserHyperparameters.Settings(optimiser, new HyperparameterValues(texts), Defaults, data, log);
    }

    private static TrainingData Data(int rows) => new(ModelTask.Regression, new DesignMatrix(rows, 1), [new DesignColumn("x", "x", 0, 1)], new double[rows]);
}

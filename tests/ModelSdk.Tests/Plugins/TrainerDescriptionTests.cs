using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Plugins;
using ModelSdk.Engine.Training;

namespace ModelSdk.Tests.Plugins;

public sealed class TrainerDescriptionTests
{
    [Fact]
    public void The_trainers_of_ModelSdk_and_of_the_sample_are_described_well() =>
        Assert.All([.. TrainerCatalog.All, new NearestMean.NearestMeanTrainer(), new FaultyTrainer()], trainer => Assert.Null(TrainerDescriptionCheck.Problem(trainer)));

    [Fact]
    public void A_name_that_is_null_is_refused() => Assert.Equal("a trainer of it has the Name null", TrainerDescriptionCheck.Problem(new Described(null!, () => [])));

    [Fact]
    public void Hyperparameters_that_are_null_or_without_a_name_are_refused()
    {
        Assert.Contains("has Hyperparameters that are null", TrainerDescriptionCheck.Problem(new Described("Own", () => null!)), StringComparison.Ordinal);
        Assert.Contains("without name, default or choices", TrainerDescriptionCheck.Problem(Own(new HyperparameterDefinition("", HyperparameterKind.Number, "1", ""))), StringComparison.Ordinal);
        Assert.Contains("without name, default or choices", TrainerDescriptionCheck.Problem(Own(new HyperparameterDefinition("A", HyperparameterKind.Number, null!, ""))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hyperparameter_that_comes_twice_is_named()
    {
        HyperparameterDefinition definition = new("Shrinkage", HyperparameterKind.Number, "1", "");
        Assert.Equal("the trainer Own has the hyperparameter \"Shrinkage\" twice", TrainerDescriptionCheck.Problem(Own(definition, definition)));
    }

    [Fact]
    public void A_default_outside_of_its_own_bounds_is_named_with_the_valid_values() => Assert.Equal(
        "the trainer Own has a default that is not valid: The hyperparameter Shrinkage is \"-1\"; valid: a number with a decimal point of at least 0",
        TrainerDescriptionCheck.Problem(Own(new HyperparameterDefinition("Shrinkage", HyperparameterKind.Number, "-1", "") { Minimum = 0 })));

    [Fact]
    public void An_exception_is_quoted() => Assert.Equal(
        "a trainer of it cannot say what it is: InvalidOperationException: no list",
        TrainerDescriptionCheck.Problem(new Described("Own", () => throw new InvalidOperationException("no list."))));

    private static Described Own(params HyperparameterDefinition[] definitions) => new("Own", () => definitions);

    private sealed class Described(string name, Func<IReadOnlyList<HyperparameterDefinition>> definitions) : ITrainer
    {
        public string Name => name;

        public int Revision => 1;

        public IReadOnlyList<HyperparameterDefinition> Hyperparameters => definitions();

        public bool Supports(ModelTask task) => true;

        public FeatureForm Form(HyperparameterValues values) => FeatureForm.Indicators;

        public TrainedModel Train(TrainingData data, HyperparameterValues values, IEngineLog log, CancellationToken cancellation) => throw new NotSupportedException();
    }
}

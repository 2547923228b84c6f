using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training;

namespace ModelSdk.Tests.Plugins;

/// <summary>A trainer with a fault. This assembly is an extension of the engine for its own tests; the other trainer in it is that of the sample.</summary>
public sealed class ThrowingTrainer : ITrainer
{
    public string Name => "Throwing";

    public int Revision => 1;

    public IReadOnlyList<HyperparameterDefinition> Hyperparameters => [];

    public bool Supports(ModelTask task) => true;

    public FeatureForm Form(HyperparameterValues values) => FeatureForm.Indicators;

    public TrainedModel Train(TrainingData data, HyperparameterValues values, IEngineLog log, CancellationToken cancellation) =>
        throw new InvalidOperationException("a fault\nof the trainer");
}

using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Training;

/// <summary>
/// Fits models of one family. An implementation holds no state: everything that changes a result comes in as an argument, and equal arguments
/// give equal bits at any number of threads.
/// </summary>
public interface ITrainer
{
    /// <summary>The name that <c>ModelTrainer</c> selects, in PascalCase; compared ordinally.</summary>
    string Name { get; }

    /// <summary>A number that changes whenever the same arguments could give another model; part of the recipe.</summary>
    int Revision { get; }

    /// <summary>What a user may set, in the order in which messages list it.</summary>
    IReadOnlyList<HyperparameterDefinition> Hyperparameters { get; }

    /// <summary>Whether the trainer can fit this kind of task.</summary>
    /// <param name="task">What is to be predicted.</param>
    bool Supports(ModelTask task);

    /// <summary>The optimisers that <c>ModelOptimizer</c> may name beside <c>Auto</c>; empty where the trainer does not iterate or has one way only.</summary>
    IReadOnlyList<string> Optimizers => [];

    /// <summary>Whether the trainer can continue from an earlier model (<see cref="TrainingData.WarmStart"/>).</summary>
    bool CanWarmStart => false;

    /// <summary>
    /// Whether the trainer can fit data beyond <c>ModelMemoryLimit</c>: its design may be one whose blocks are encoded whenever they are asked for
    /// (<see cref="DesignMatrix.IsStreamed"/>), so it goes through them in order, and a few times only.
    /// </summary>
    bool CanStream => false;

    /// <summary>How the trainer wants the features.</summary>
    /// <param name="values">The values of <see cref="Hyperparameters"/>.</param>
    FeatureForm Form(HyperparameterValues values);

    /// <summary>Fits a model.</summary>
    /// <param name="data">The encoded training rows.</param>
    /// <param name="values">A value for each of <see cref="Hyperparameters"/>.</param>
    /// <param name="log">Gets warnings and progress.</param>
    /// <param name="cancellation">Stops the training.</param>
    /// <returns>What the model file stores.</returns>
    /// <exception cref="ModelBuildException">The data cannot be fitted.</exception>
    /// <exception cref="OperationCanceledException">The training was stopped.</exception>
    TrainedModel Train(TrainingData data, HyperparameterValues values, IEngineLog log, CancellationToken cancellation);
}

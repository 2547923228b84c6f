using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;

namespace ModelSdk.Engine.Training;

/// <summary>What a trainer fits a model to.</summary>
/// <param name="Task">What is to be predicted.</param>
/// <param name="Design">The encoded features, at least one row.</param>
/// <param name="Columns">What the columns of <paramref name="Design"/> are.</param>
/// <param name="Target">
/// One value a row: the label of a regression or forecast; 1 for the positive class and 0 for the other one; the index of the class among many;
/// 1 for a known anomaly and 0 for any other row.
/// </param>
public sealed record TrainingData(ModelTask Task, DesignMatrix Design, IReadOnlyList<DesignColumn> Columns, double[] Target)
{
    /// <summary>How much each row counts, finite and ≥ 0, not all 0; null where all count alike.</summary>
    public double[]? Weights { get; init; }

    /// <summary>For classification: the number of classes; 0 for other tasks.</summary>
    public int ClassCount { get; init; }

    /// <summary>How many threads may work at a time. Never changes the result.</summary>
    public int MaximumThreads { get; init; } = Environment.ProcessorCount;

    /// <summary>What every random choice is drawn from: <c>new SeededRandom(data.Seed, …)</c>.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>The value of <c>ModelOptimizer</c>: <c>Auto</c> or one of <see cref="ITrainer.Optimizers"/>.</summary>
    public string Optimizer { get; init; } = "Auto";

    /// <summary>
    /// A hash of each row's key or values, equal for equal rows: what takes validation rows from the training rows goes by it
    /// (<see cref="ValidationSplit"/>), so that equal rows never straddle. Empty where rows have none.
    /// </summary>
    public ulong[] RowHashes { get; init; } = [];

    /// <summary>The contract, for trainers that need a column's role or name; null in trainings without one.</summary>
    public ModelContract? Contract { get; init; }

    /// <summary>The model to continue from, of the same features and trainer; null to begin anew.</summary>
    public ModelFile? WarmStart { get; init; }

    /// <summary>
    /// Reads the dense columns of a block of the design before they were centred and scaled, missing ones filled: its rows one after the other,
    /// <see cref="DesignMatrix.DenseWidth"/> values each; for what needs every digit of them. Null where only the design is at hand.
    /// </summary>
    public Action<int, double[]>? ReadOriginals { get; init; }

    /// <summary>The weight of a row, 1 where there are no weights.</summary>
    /// <param name="row">A row, from 0.</param>
    public double Weight(int row) => this.Weights is null ? 1 : this.Weights[row];
}

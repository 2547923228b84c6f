namespace ModelSdk.Engine.Training.Optimisation;

/// <summary>What an optimiser goes by. Each reads only what it has a use for.</summary>
internal sealed record OptimiserSettings
{
    /// <summary>How the learning rate goes; gradient descent, SGD and Adam.</summary>
    public LearningRateSchedule Rate { get; init; } = new(0.01);

    /// <summary>How many rows each step of SGD and Adam sees, at least 1.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>How many times SGD and Adam go through the rows at most.</summary>
    public int Epochs { get; init; } = 100;

    /// <summary>How much of the last step the next one keeps, 0 to below 1; gradient descent and SGD.</summary>
    public double Momentum { get; init; }

    /// <summary>Whether the momentum looks ahead (Nesterov); gradient descent and SGD.</summary>
    public bool Nesterov { get; init; }

    /// <summary>Whether the mean of the iterates after the first epoch is the result; SGD.</summary>
    public bool AverageIterates { get; init; }

    /// <summary>Adam's β₁, the decay of the mean of gradients, 0 to below 1.</summary>
    public double Beta1 { get; init; } = 0.9;

    /// <summary>Adam's β₂, the decay of the mean of squared gradients, 0 to below 1.</summary>
    public double Beta2 { get; init; } = 0.999;

    /// <summary>Adam's ε, added to the root of the mean of squared gradients, above 0.</summary>
    public double Epsilon { get; init; } = 1e-8;

    /// <summary>How many iterations L-BFGS and gradient descent take at most.</summary>
    public int MaximumIterations { get; init; } = 1000;

    /// <summary>L-BFGS and gradient descent have converged when no component of the gradient is larger.</summary>
    public double Tolerance { get; init; } = 1e-6;

    /// <summary>How many iterations or epochs may bring no improvement before the optimiser stops.</summary>
    public int Patience { get; init; } = 10;

    /// <summary>What counts as an improvement: a fall of the objective by more than this share of its value at the start, ≥ 0.</summary>
    public double MinimumImprovement { get; init; } = 1e-4;

    /// <summary>The rows to fit, ascending.</summary>
    public int[] FittedRows { get; init; } = [];

    /// <summary>The rows that decide when to stop and which point is best, ascending; empty where there is no early stopping.</summary>
    public int[] ValidationRows { get; init; } = [];

    /// <summary>What the order of the rows is drawn from: <c>new SeededRandom(seed, epoch)</c>.</summary>
    public long Seed { get; init; } = 1;
}

namespace ModelSdk.Engine.Training.Optimisation;

/// <summary>Defaults in which trainers differ, as texts in canonical form.</summary>
internal sealed record OptimiserDefaults
{
    /// <summary>The learning rate of gradient descent.</summary>
    public double GradientDescentRate { get; init; } = 0.1;

    /// <summary>The learning rate of SGD.</summary>
    public double StochasticRate { get; init; } = 0.01;

    /// <summary>The learning rate of Adam.</summary>
    public double AdamRate { get; init; } = 0.01;

    /// <summary>How many epochs at most.</summary>
    public string Epochs { get; init; } = "100";

    /// <summary>How many iterations at most.</summary>
    public string MaxIterations { get; init; } = "1000";

    /// <summary>The momentum.</summary>
    public string Momentum { get; init; } = "0";

    /// <summary>Whether to stop early.</summary>
    public string EarlyStopping { get; init; } = "false";

    /// <summary>The rate of an optimiser.</summary>
    /// <param name="optimiser">Its name.</param>
    public double Rate(string optimiser) => optimiser switch
    {
        Optimisers.GradientDescent => this.GradientDescentRate,
        Optimisers.StochasticGradientDescent => this.StochasticRate,
        _ => this.AdamRate,
    };
}

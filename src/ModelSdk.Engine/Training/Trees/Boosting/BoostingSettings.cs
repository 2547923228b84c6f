namespace ModelSdk.Engine.Training.Trees;

/// <summary>The hyperparameters of <see cref="GradientBoosting"/>, read.</summary>
/// <param name="values">The checked values.</param>
/// <param name="threads">How many threads may work at a time.</param>
internal sealed class BoostingSettings(HyperparameterValues values, int threads)
{
    /// <summary>How many iterations; each adds one tree, or one for each class among many.</summary>
    public int Trees { get; } = values.WholeNumber(TreeHyperparameters.Trees);

    /// <summary>What leaves are multiplied with.</summary>
    public double LearningRate { get; } = values.Number(TreeHyperparameters.LearningRate);

    /// <summary>The most bins of values of a number.</summary>
    public int MaxBins { get; } = values.WholeNumber(TreeHyperparameters.MaxBins);

    /// <summary>The share of rows that each tree is fitted to.</summary>
    public double RowFraction { get; } = values.Number(TreeHyperparameters.RowFraction);

    /// <summary>The share of features that each tree may split.</summary>
    public double ColumnFraction { get; } = values.Number(TreeHyperparameters.ColumnFraction);

    /// <summary>Whether one iteration may find a split that the one before it did not.</summary>
    public bool DrawsSamples => this.RowFraction < 1 || this.ColumnFraction < 1;

    /// <summary>After how many iterations without progress on the validation rows the training stops; 0 for never.</summary>
    public int EarlyStopping { get; } = values.WholeNumber(TreeHyperparameters.EarlyStopping);

    /// <summary>The share of training rows that validate.</summary>
    public double ValidationFraction { get; } = values.Number(TreeHyperparameters.ValidationFraction);

    /// <summary>The limits of each tree.</summary>
    public GrowthSettings Growth { get; } = GrowthSettings.From(values, threads);
}

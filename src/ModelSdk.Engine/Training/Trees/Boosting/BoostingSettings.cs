namespace ModelSdk.Engine.Training.Trees;

/// <summary>The hyperparameters of <see cref="GradientBoosting"/>, read.</summary>
internal sealed record BoostingSettings
{
    /// <summary>How many iterations; each adds one tree, or one for each class among many.</summary>
    public required int Trees { get; init; }

    /// <summary>What leaves are multiplied with.</summary>
    public required double LearningRate { get; init; }

    /// <summary>The most bins of values of a number.</summary>
    public required int MaxBins { get; init; }

    /// <summary>The share of rows that each tree is fitted to.</summary>
    public required double RowFraction { get; init; }

    /// <summary>The share of features that each tree may split.</summary>
    public required double ColumnFraction { get; init; }

    /// <summary>Whether one iteration may find a split that the one before it did not.</summary>
    public bool DrawsSamples => this.RowFraction < 1 || this.ColumnFraction < 1;

    /// <summary>After how many iterations without progress on the validation rows the training stops; 0 for never.</summary>
    public required int EarlyStopping { get; init; }

    /// <summary>The share of training rows that validate.</summary>
    public required double ValidationFraction { get; init; }

    /// <summary>The limits of each tree.</summary>
    public required GrowthSettings Growth { get; init; }

    /// <summary>Reads the hyperparameters.</summary>
    /// <param name="values">The checked values.</param>
    /// <param name="threads">How many threads may work at a time.</param>
    public static BoostingSettings From(HyperparameterValues values, int threads) => new()
    {
        Trees = values.WholeNumber(GradientBoosting.Trees),
        LearningRate = values.Number(GradientBoosting.LearningRate),
        MaxBins = values.WholeNumber(GradientBoosting.MaxBins),
        RowFraction = values.Number(GradientBoosting.RowFraction),
        ColumnFraction = values.Number(GradientBoosting.ColumnFraction),
        EarlyStopping = values.WholeNumber(GradientBoosting.EarlyStopping),
        ValidationFraction = values.Number(GradientBoosting.ValidationFraction),
        Growth = new GrowthSettings
        {
            MaxLeaves = values.WholeNumber(GradientBoosting.MaxLeaves),
            MaxDepth = values.WholeNumber(GradientBoosting.MaxDepth),
            MinRowsPerLeaf = values.WholeNumber(GradientBoosting.MinRowsPerLeaf),
            MinChildWeight = values.Number(GradientBoosting.MinChildWeight),
            MinSplitGain = values.Number(GradientBoosting.MinSplitGain),
            L1 = values.Number(GradientBoosting.L1),
            L2 = values.Number(GradientBoosting.L2),
            CategorySmooth = values.Number(GradientBoosting.CategorySmooth),
            CategoryL2 = values.Number(GradientBoosting.CategoryL2),
            MaxCategoryThreshold = values.WholeNumber(GradientBoosting.MaxCategoryThreshold),
            Threads = Math.Max(1, threads),
        },
    };
}

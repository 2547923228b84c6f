namespace ModelSdk.Engine.Training.Trees;

/// <summary>What limits the growth of a tree.</summary>
internal sealed record GrowthSettings
{
    /// <summary>The most leaves.</summary>
    public int MaxLeaves { get; init; } = 31;

    /// <summary>The most splits between root and leaf; 0 for no limit.</summary>
    public int MaxDepth { get; init; }

    /// <summary>The fewest rows of a leaf.</summary>
    public int MinRowsPerLeaf { get; init; } = 20;

    /// <summary>The least sum of hessians of a leaf.</summary>
    public double MinChildWeight { get; init; } = 1e-3;

    /// <summary>A split must raise the gain by more than this.</summary>
    public double MinSplitGain { get; init; }

    /// <summary>The penalty of a leaf's magnitude.</summary>
    public double L1 { get; init; }

    /// <summary>The penalty of a leaf's square, halved.</summary>
    public double L2 { get; init; }

    /// <summary>The fewest rows of a category that takes part in a sorted split, and what is added to its hessian where it is sorted.</summary>
    public double CategorySmooth { get; init; } = 10;

    /// <summary>What is added to <see cref="L2"/> in sorted splits by category.</summary>
    public double CategoryL2 { get; init; } = 10;

    /// <summary>The most categories on the smaller side of a sorted split.</summary>
    public int MaxCategoryThreshold { get; init; } = 32;

    /// <summary>How many threads may work at a time.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Reads the hyperparameters of <see cref="GradientBoosting"/>.</summary>
    /// <param name="values">The checked values.</param>
    /// <param name="threads">How many threads may work at a time.</param>
    public static GrowthSettings From(HyperparameterValues values, int threads) => new()
    {
        MaxLeaves = values.WholeNumber(TreeHyperparameters.MaxLeaves),
        MaxDepth = values.WholeNumber(TreeHyperparameters.MaxDepth),
        MinRowsPerLeaf = values.WholeNumber(TreeHyperparameters.MinRowsPerLeaf),
        MinChildWeight = values.Number(TreeHyperparameters.MinChildWeight),
        MinSplitGain = values.Number(TreeHyperparameters.MinSplitGain),
        L1 = values.Number(TreeHyperparameters.L1),
        L2 = values.Number(TreeHyperparameters.L2),
        CategorySmooth = values.Number(TreeHyperparameters.CategorySmooth),
        CategoryL2 = values.Number(TreeHyperparameters.CategoryL2),
        MaxCategoryThreshold = values.WholeNumber(TreeHyperparameters.MaxCategoryThreshold),
        Threads = Math.Max(1, threads),
    };
}

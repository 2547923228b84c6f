using static ModelSdk.Engine.Training.HyperparameterKind;

namespace ModelSdk.Engine.Training;

/// <summary>The hyperparameters of trees over histograms. Trainers of trees share them, so that a project can change its trainer and keep its settings.</summary>
public static class TreeHyperparameters
{
    /// <summary>How many iterations.</summary>
    public const string Trees = "Trees";

    /// <summary>What each tree's leaves are multiplied with.</summary>
    public const string LearningRate = "LearningRate";

    /// <summary>The most leaves of a tree.</summary>
    public const string MaxLeaves = "MaxLeaves";

    /// <summary>The most splits between root and leaf.</summary>
    public const string MaxDepth = "MaxDepth";

    /// <summary>The fewest training rows of a leaf.</summary>
    public const string MinRowsPerLeaf = "MinRowsPerLeaf";

    /// <summary>The least sum of hessians of a leaf.</summary>
    public const string MinChildWeight = "MinChildWeight";

    /// <summary>What a split must gain.</summary>
    public const string MinSplitGain = "MinSplitGain";

    /// <summary>The penalty of a leaf's magnitude.</summary>
    public const string L1 = "L1";

    /// <summary>The penalty of a leaf's square, halved.</summary>
    public const string L2 = "L2";

    /// <summary>The most bins of a number.</summary>
    public const string MaxBins = "MaxBins";

    /// <summary>The share of rows that each iteration is fitted to.</summary>
    public const string RowFraction = "RowFraction";

    /// <summary>The share of features that each tree may split.</summary>
    public const string ColumnFraction = "ColumnFraction";

    /// <summary>What is minimised, one of <see cref="TreeObjectives"/>.</summary>
    public const string Objective = "Objective";

    /// <summary>For the objective Quantile: which one.</summary>
    public const string Quantile = "Quantile";

    /// <summary>For the objective Huber: from where errors count linearly.</summary>
    public const string HuberDelta = "HuberDelta";

    /// <summary>After how many iterations without progress the training stops.</summary>
    public const string EarlyStopping = "EarlyStopping";

    /// <summary>The share of training rows that validate instead.</summary>
    public const string ValidationFraction = "ValidationFraction";

    /// <summary>What damps the gradient of a category in a sorted split.</summary>
    public const string CategorySmooth = "CategorySmooth";

    /// <summary>What is added to <see cref="L2"/> in sorted splits by category.</summary>
    public const string CategoryL2 = "CategoryL2";

    /// <summary>The most categories on the smaller side of a sorted split.</summary>
    public const string MaxCategoryThreshold = "MaxCategoryThreshold";

    /// <summary>All that gradient boosting has, with its defaults, which are LightGBM's own; in the order in which messages list them.</summary>
    public static IReadOnlyList<HyperparameterDefinition> Boosting { get; } =
    [
        new(Trees, WholeNumber, "100", "How many iterations; each adds a tree, or one for each class among many.") { Minimum = 1, Maximum = 1_000_000 },
        new(LearningRate, Number, "0.1", "What each tree's leaves are multiplied with.") { Minimum = 1e-9, Maximum = 1 },
        new(MaxLeaves, WholeNumber, "31", "The most leaves of a tree.") { Minimum = 2, Maximum = 1_000_000 },
        new(MaxDepth, WholeNumber, "0", "The most splits between root and leaf; 0 for no limit.") { Minimum = 0 },
        new(MinRowsPerLeaf, WholeNumber, "20", "The fewest training rows of a leaf.") { Minimum = 1 },
        new(MinChildWeight, Number, "0.001", "The least sum of hessians of a leaf.") { Minimum = 0 },
        new(MinSplitGain, Number, "0", "A split must gain more than this.") { Minimum = 0 },
        new(L1, Number, "0", "The penalty of a leaf's magnitude.") { Minimum = 0 },
        new(L2, Number, "0", "The penalty of a leaf's square, halved.") { Minimum = 0 },
        new(MaxBins, WholeNumber, "255", "The most bins of a number.") { Minimum = 2, Maximum = 255 },
        new(RowFraction, Number, "1", "The share of rows, drawn anew, that each iteration is fitted to.") { Minimum = 1e-6, Maximum = 1 },
        new(ColumnFraction, Number, "1", "The share of features, drawn anew, that each tree may split.") { Minimum = 1e-6, Maximum = 1 },
        new(Objective, Choice, TreeObjectives.Auto, "What is minimised.") { Choices = TreeObjectives.All },
        new(Quantile, Number, "0.5", "For the objective Quantile: which one.") { Minimum = 1e-6, Maximum = 1 - 1e-6 },
        new(HuberDelta, Number, "0", "For the objective Huber: from where errors count linearly; 0 for the 0.9 quantile of |label - median|.") { Minimum = 0 },
        ClassWeights.Definition,
        new(EarlyStopping, WholeNumber, "0", "Stop after this many iterations without progress on the validation rows; 0 for never.") { Minimum = 0 },
        new(ValidationFraction, Number, "0.1", "With EarlyStopping: the share of training rows that validate instead.") { Minimum = 0.001, Maximum = 0.9 },
        new(CategorySmooth, Number, "10", "The fewest rows of a category in a sorted split, and what damps its gradient there.") { Minimum = 0 },
        new(CategoryL2, Number, "10", "What is added to L2 in sorted splits by category.") { Minimum = 0 },
        new(MaxCategoryThreshold, WholeNumber, "32", "The most categories on the smaller side of a sorted split.") { Minimum = 1 },
    ];

    /// <summary>One of <see cref="Boosting"/>, for a trainer that has it with other bounds.</summary>
    /// <param name="name">One of the names here.</param>
    /// <exception cref="InvalidOperationException">There is none of that name.</exception>
    public static HyperparameterDefinition Definition(string name) => Boosting.First(definition => definition.Name == name);
}

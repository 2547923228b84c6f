using ModelSdk.Engine.Training;

namespace ModelSdk.LightGbm;

/// <summary>What a user may set: the names and defaults of <c>GradientBoosting</c>, which are LightGBM's own defaults too.</summary>
internal static class LightGbmHyperparameters
{
    public const string Trees = "Trees";
    public const string LearningRate = "LearningRate";
    public const string MaxLeaves = "MaxLeaves";
    public const string MaxDepth = "MaxDepth";
    public const string MinRowsPerLeaf = "MinRowsPerLeaf";
    public const string MinChildWeight = "MinChildWeight";
    public const string MinSplitGain = "MinSplitGain";
    public const string L1 = "L1";
    public const string L2 = "L2";
    public const string MaxBins = "MaxBins";
    public const string RowFraction = "RowFraction";
    public const string ColumnFraction = "ColumnFraction";
    public const string Objective = "Objective";
    public const string Quantile = "Quantile";
    public const string HuberDelta = "HuberDelta";
    public const string ClassWeight = "ClassWeight";
    public const string EarlyStopping = "EarlyStopping";
    public const string ValidationFraction = "ValidationFraction";
    public const string CategorySmooth = "CategorySmooth";
    public const string CategoryL2 = "CategoryL2";
    public const string MaxCategoryThreshold = "MaxCategoryThreshold";

    // What LightGBM keeps as a 32-bit float or multiplies with one.
    private const double Least = 1e-9;

    /// <summary>All of them, in the order in which messages list them.</summary>
    public static IReadOnlyList<HyperparameterDefinition> Definitions { get; } =
    [
        new(Trees, HyperparameterKind.WholeNumber, "100", "How many iterations; each adds a tree, or one for each class among many.") { Minimum = 1, Maximum = 1_000_000 },
        new(LearningRate, HyperparameterKind.Number, "0.1", "What each tree's leaves are multiplied with.") { Minimum = Least, Maximum = 1 },
        new(MaxLeaves, HyperparameterKind.WholeNumber, "31", "The most leaves of a tree.") { Minimum = 2, Maximum = 131_072 },
        new(MaxDepth, HyperparameterKind.WholeNumber, "0", "The most splits between root and leaf; 0 for no limit.") { Minimum = 0 },
        new(MinRowsPerLeaf, HyperparameterKind.WholeNumber, "20", "The fewest training rows of a leaf.") { Minimum = 1 },
        new(MinChildWeight, HyperparameterKind.Number, "0.001", "The least sum of hessians of a leaf.") { Minimum = 0 },
        new(MinSplitGain, HyperparameterKind.Number, "0", "A split must gain more than this.") { Minimum = 0 },
        new(L1, HyperparameterKind.Number, "0", "The penalty of a leaf's magnitude.") { Minimum = 0 },
        new(L2, HyperparameterKind.Number, "0", "The penalty of a leaf's square, halved.") { Minimum = 0 },
        new(MaxBins, HyperparameterKind.WholeNumber, "255", "The most bins of a feature.") { Minimum = 2, Maximum = 65_535 },
        new(RowFraction, HyperparameterKind.Number, "1", "The share of rows, drawn anew, that each iteration is fitted to.") { Minimum = 1e-6, Maximum = 1 },
        new(ColumnFraction, HyperparameterKind.Number, "1", "The share of features, drawn anew, that each tree may split.") { Minimum = 1e-6, Maximum = 1 },
        new(Objective, HyperparameterKind.Choice, Objectives.Auto, "What is minimised.") { Choices = Objectives.Names },
        new(Quantile, HyperparameterKind.Number, "0.5", "For the objective Quantile: which one.") { Minimum = 1e-6, Maximum = 1 - 1e-6 },
        new(HuberDelta, HyperparameterKind.Number, "0.9", "For the objective Huber: from where errors count linearly, in the unit of the label.") { Minimum = Least },
        new(ClassWeight, HyperparameterKind.Choice, ClassWeights.None, "Balanced gives every class the same total weight.") { Choices = ClassWeights.Choices },
        new(EarlyStopping, HyperparameterKind.WholeNumber, "0", "Stop after this many iterations without progress on the validation rows; 0 for never.") { Minimum = 0 },
        new(ValidationFraction, HyperparameterKind.Number, "0.1", "With EarlyStopping: the share of training rows that validate instead.") { Minimum = 0.001, Maximum = 0.9 },
        new(CategorySmooth, HyperparameterKind.Number, "10", "What damps the gradient of a category in a sorted split.") { Minimum = 0 },
        new(CategoryL2, HyperparameterKind.Number, "10", "What is added to L2 in sorted splits by category.") { Minimum = 0 },
        new(MaxCategoryThreshold, HyperparameterKind.WholeNumber, "32", "The most categories on the smaller side of a sorted split.") { Minimum = 1 },
    ];
}

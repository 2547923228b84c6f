using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>
/// Gradient boosted trees over histograms (Friedman, "Greedy function approximation: a gradient boosting machine", 2001; Chen and Guestrin,
/// "XGBoost", 2016; Ke et al., "LightGBM", 2017). Each iteration fits a tree to gradient and hessian of the objective at the margins so far.
/// </summary>
public sealed class GradientBoosting : ITrainer
{
    internal const string Trees = "Trees";
    internal const string LearningRate = "LearningRate";
    internal const string MaxLeaves = "MaxLeaves";
    internal const string MaxDepth = "MaxDepth";
    internal const string MinRowsPerLeaf = "MinRowsPerLeaf";
    internal const string MinChildWeight = "MinChildWeight";
    internal const string MinSplitGain = "MinSplitGain";
    internal const string L1 = "L1";
    internal const string L2 = "L2";
    internal const string MaxBins = "MaxBins";
    internal const string RowFraction = "RowFraction";
    internal const string ColumnFraction = "ColumnFraction";
    internal const string Objective = "Objective";
    internal const string Quantile = "Quantile";
    internal const string HuberDelta = "HuberDelta";
    internal const string ClassWeight = "ClassWeight";
    internal const string EarlyStopping = "EarlyStopping";
    internal const string ValidationFraction = "ValidationFraction";
    internal const string CategorySmooth = "CategorySmooth";
    internal const string CategoryL2 = "CategoryL2";
    internal const string MaxCategoryThreshold = "MaxCategoryThreshold";

    /// <inheritdoc/>
    public string Name => "GradientBoosting";

    /// <inheritdoc/>
    public int Revision => 1;

    /// <inheritdoc/>
    public IReadOnlyList<HyperparameterDefinition> Hyperparameters { get; } =
    [
        new(Trees, HyperparameterKind.WholeNumber, "100", "How many iterations; each adds a tree, or one for each class among many.") { Minimum = 1, Maximum = 1_000_000 },
        new(LearningRate, HyperparameterKind.Number, "0.1", "What each tree's leaves are multiplied with.") { Minimum = 1e-9, Maximum = 1 },
        new(MaxLeaves, HyperparameterKind.WholeNumber, "31", "The most leaves of a tree.") { Minimum = 2, Maximum = 1_000_000 },
        new(MaxDepth, HyperparameterKind.WholeNumber, "0", "The most splits between root and leaf; 0 for no limit.") { Minimum = 0 },
        new(MinRowsPerLeaf, HyperparameterKind.WholeNumber, "20", "The fewest training rows of a leaf.") { Minimum = 1 },
        new(MinChildWeight, HyperparameterKind.Number, "0.001", "The least sum of hessians of a leaf.") { Minimum = 0 },
        new(MinSplitGain, HyperparameterKind.Number, "0", "A split must gain more than this.") { Minimum = 0 },
        new(L1, HyperparameterKind.Number, "0", "The penalty of a leaf's magnitude.") { Minimum = 0 },
        new(L2, HyperparameterKind.Number, "0", "The penalty of a leaf's square, halved.") { Minimum = 0 },
        new(MaxBins, HyperparameterKind.WholeNumber, "255", "The most bins of a number.") { Minimum = 2, Maximum = 255 },
        new(RowFraction, HyperparameterKind.Number, "1", "The share of rows, drawn anew, that each iteration is fitted to.") { Minimum = 1e-6, Maximum = 1 },
        new(ColumnFraction, HyperparameterKind.Number, "1", "The share of features, drawn anew, that each tree may split.") { Minimum = 1e-6, Maximum = 1 },
        new(Objective, HyperparameterKind.Choice, BoostingObjectives.Auto, "What is minimised.") { Choices = BoostingObjectives.Names },
        new(Quantile, HyperparameterKind.Number, "0.5", "For the objective Quantile: which one.") { Minimum = 1e-6, Maximum = 1 - 1e-6 },
        new(HuberDelta, HyperparameterKind.Number, "0", "For the objective Huber: from where errors count linearly; 0 for the 0.9 quantile of |label - median|.") { Minimum = 0 },
        new(ClassWeight, HyperparameterKind.Choice, ClassWeights.None, "Balanced gives every class the same total weight.") { Choices = ClassWeights.Choices },
        new(EarlyStopping, HyperparameterKind.WholeNumber, "0", "Stop after this many iterations without progress on the validation rows; 0 for never.") { Minimum = 0 },
        new(ValidationFraction, HyperparameterKind.Number, "0.1", "With EarlyStopping: the share of training rows that validate instead.") { Minimum = 0.001, Maximum = 0.9 },
        new(CategorySmooth, HyperparameterKind.Number, "10", "The fewest rows of a category in a sorted split, and what damps its gradient there.") { Minimum = 0 },
        new(CategoryL2, HyperparameterKind.Number, "10", "What is added to L2 in sorted splits by category.") { Minimum = 0 },
        new(MaxCategoryThreshold, HyperparameterKind.WholeNumber, "32", "The most categories on the smaller side of a sorted split.") { Minimum = 1 },
    ];

    /// <inheritdoc/>
    public bool CanWarmStart => true;

    /// <inheritdoc/>
    public bool Supports(ModelTask task) => task is ModelTask.Regression or ModelTask.BinaryClassification or ModelTask.MulticlassClassification;

    /// <inheritdoc/>
    public FeatureForm Form(HyperparameterValues values) => FeatureForm.Native;

    /// <inheritdoc/>
    public TrainedModel Train(TrainingData data, HyperparameterValues values, IEngineLog log, CancellationToken cancellation) =>
        new BoostingRun(data, values, log, cancellation).Train();
}

using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>
/// A random forest (Breiman, "Random forests", 2001) over histograms: deep trees, each on a bootstrap sample, whose means or class shares are averaged.
/// </summary>
public sealed class RandomForest : ITrainer
{
    private const string Trees = "Trees";
    private const string MaxFeatures = "MaxFeatures";
    private const string MinRowsPerLeaf = "MinRowsPerLeaf";
    private const string MaxDepth = "MaxDepth";
    private const string MaxBins = "MaxBins";
    private const string ClassWeight = "ClassWeight";
    private const string Auto = "Auto";
    private const string SquareRoot = "Sqrt";
    private const string Third = "Third";
    private const string All = "All";

    /// <inheritdoc/>
    public string Name => "RandomForest";

    /// <inheritdoc/>
    public int Revision => 1;

    /// <inheritdoc/>
    public IReadOnlyList<HyperparameterDefinition> Hyperparameters { get; } =
    [
        new(Trees, HyperparameterKind.WholeNumber, "200", "How many trees.") { Minimum = 1, Maximum = 100_000 },
        new(MaxFeatures, HyperparameterKind.Choice, Auto, "How many features each split tries; Auto is Sqrt for classes and All for numbers.") { Choices = [Auto, SquareRoot, Third, All] },
        new(MinRowsPerLeaf, HyperparameterKind.WholeNumber, "1", "The fewest distinct rows of a leaf.") { Minimum = 1 },
        new(MaxDepth, HyperparameterKind.WholeNumber, "0", "The most splits between root and leaf; 0 for no limit.") { Minimum = 0 },
        new(MaxBins, HyperparameterKind.WholeNumber, "255", "The most bins of a number.") { Minimum = 2, Maximum = 255 },
        new(ClassWeight, HyperparameterKind.Choice, ClassWeights.None, "Balanced gives every class the same total weight.") { Choices = ClassWeights.Choices },
    ];

    /// <inheritdoc/>
    public bool Supports(ModelTask task) => task is ModelTask.Regression or ModelTask.BinaryClassification or ModelTask.MulticlassClassification;

    /// <inheritdoc/>
    public FeatureForm Form(HyperparameterValues values) => FeatureForm.Native;

    /// <inheritdoc/>
    public TrainedModel Train(TrainingData data, HyperparameterValues values, IEngineLog log, CancellationToken cancellation)
    {
        int[] order = [.. Enumerable.Range(0, data.Design.Rows)];
        BinnedMatrix matrix = new MatrixBinning(data, order, order.Length, values.WholeNumber(MaxBins)).Run(cancellation);
        ForestSettings settings = new(
            values.WholeNumber(Trees),
            values.WholeNumber(MinRowsPerLeaf),
            values.WholeNumber(MaxDepth),
            FeaturesPerSplit(values.Text(MaxFeatures), data.Task, data.Columns.Count));
        ForestTarget target = new(data, ClassWeights.Of(data, values.Text(ClassWeight)));
        return new ForestRun(data, settings, target, log).Train(matrix, cancellation);
    }

    private static int FeaturesPerSplit(string choice, ModelTask task, int features)
    {
        string named = choice != Auto ? choice : task == ModelTask.Regression ? All : SquareRoot;
        return Math.Max(1, named switch
        {
            SquareRoot => (int)Math.Sqrt(features),
            Third => features / 3,
            _ => features,
        });
    }
}

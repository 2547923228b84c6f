using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>
/// A random forest (Breiman, "Random forests", 2001) over histograms: deep trees, each on a bootstrap sample, whose means or class shares are averaged.
/// </summary>
public sealed class RandomForest : ITrainer
{
    private const string MaxFeatures = "MaxFeatures";
    private const string Auto = "Auto";
    private const string SquareRoot = "Sqrt";
    private const string Third = "Third";
    private const string All = "All";

    /// <inheritdoc/>
    public string Name => "RandomForest";

    /// <inheritdoc/>
    public int Revision => 2;

    /// <inheritdoc/>
    public bool CanStream => true;

    /// <inheritdoc/>
    public IReadOnlyList<HyperparameterDefinition> Hyperparameters { get; } =
    [
        TreeHyperparameters.Definition(TreeHyperparameters.Trees) with { Default = "200", Maximum = 100_000, Meaning = "How many trees." },
        new(MaxFeatures, HyperparameterKind.Choice, Auto, "How many features each split tries; Auto is Sqrt for classes and All for numbers.") { Choices = [Auto, SquareRoot, Third, All] },
        TreeHyperparameters.Definition(TreeHyperparameters.MinRowsPerLeaf) with { Default = "1", Meaning = "The fewest distinct rows of a leaf." },
        TreeHyperparameters.Definition(TreeHyperparameters.MaxDepth),
        TreeHyperparameters.Definition(TreeHyperparameters.MaxBins),
        ClassWeights.Definition,
    ];

    /// <inheritdoc/>
    public bool Supports(ModelTask task) => task is ModelTask.Regression or ModelTask.BinaryClassification or ModelTask.MulticlassClassification;

    /// <inheritdoc/>
    public FeatureForm Form(HyperparameterValues values) => FeatureForm.Native;

    /// <inheritdoc/>
    public TrainedModel Train(TrainingData data, HyperparameterValues values, IEngineLog log, CancellationToken cancellation)
    {
        int[] order = [.. Enumerable.Range(0, data.Design.Rows)];
        BinnedMatrix matrix = new MatrixBinning(data, order, order.Length, values.WholeNumber(TreeHyperparameters.MaxBins)).Run(cancellation);
        ForestSettings settings = new(
            values.WholeNumber(TreeHyperparameters.Trees),
            values.WholeNumber(TreeHyperparameters.MinRowsPerLeaf),
            values.WholeNumber(TreeHyperparameters.MaxDepth),
            FeaturesPerSplit(values.Text(MaxFeatures), data.Task, data.Columns.Count));
        ForestTarget target = new(data, ClassWeights.Of(data, values.Text(ClassWeights.Name)));
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

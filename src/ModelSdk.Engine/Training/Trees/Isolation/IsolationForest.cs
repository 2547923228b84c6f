using ModelSdk.Contracts.Models.Trees;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>
/// An isolation forest (Liu, Ting and Zhou, "Isolation forest", 2008): rows that few random splits isolate are anomalies. Score = 2^−(mean path
/// length / c(sample size)). Labels are not used; a row of twice the weight is drawn as if it stood twice.
/// </summary>
public sealed class IsolationForest : ITrainer
{
    private const string Trees = "Trees";
    private const string SampleSize = "SampleSize";
    private const string Contamination = "Contamination";

    /// <inheritdoc/>
    public string Name => "IsolationForest";

    /// <inheritdoc/>
    public int Revision => 1;

    /// <inheritdoc/>
    public IReadOnlyList<HyperparameterDefinition> Hyperparameters { get; } =
    [
        new(Trees, HyperparameterKind.WholeNumber, "100", "How many trees.") { Minimum = 1, Maximum = 100_000 },
        new(SampleSize, HyperparameterKind.WholeNumber, "256", "How many rows each tree sees.") { Minimum = 2, Maximum = 1_000_000 },
        new(Contamination, HyperparameterKind.Number, "0", "The share of training rows that count as anomalies, which sets the threshold; 0 for the threshold 0.5.") { Minimum = 0, Maximum = 0.5 },
    ];

    /// <inheritdoc/>
    public bool Supports(ModelTask task) => task == ModelTask.AnomalyDetection;

    /// <inheritdoc/>
    public FeatureForm Form(HyperparameterValues values) => FeatureForm.Native;

    /// <inheritdoc/>
    public TrainedModel Train(TrainingData data, HyperparameterValues values, IEngineLog log, CancellationToken cancellation)
    {
        IsolationSample rows = new(data, values.WholeNumber(SampleSize));
        IsolationNode[] trees = Grow(data, rows, values.WholeNumber(Trees), cancellation);
        TreeEnsembleBuilder builder = new([0.0], singlePrecision: true, vectorLeaves: false);
        foreach (IsolationNode tree in trees)
        {
            builder.BeginTree(0);
            Append(builder, tree);
        }

        return new TrainedModel("trees", "isolation", builder.Build().ToTensors(), [])
        {
            Threshold = new IsolationThreshold(data, trees).Of(values.Number(Contamination), cancellation),
            Figures = new Dictionary<string, double> { ["Trees"] = trees.Length, ["SampleSize"] = rows.Size },
        };
    }

    private static IsolationNode[] Grow(TrainingData data, IsolationSample rows, int count, CancellationToken cancellation)
    {
        double average = PathLength.Average(rows.Size);
        IsolationGrower grower = new(data.Design, rows.Size, 1 / ((average > 0 ? average : 1) * count));
        IsolationNode[] trees = new IsolationNode[count];
        ParallelOptions options = new() { MaxDegreeOfParallelism = Math.Max(1, data.MaximumThreads), CancellationToken = cancellation };
        Parallel.For(0, count, options, tree =>
        {
            SeededRandom random = new(data.Seed, tree);
            trees[tree] = grower.Grow(rows.Draw(random), random);
        });
        return trees;
    }

    private static void Append(TreeEnsembleBuilder builder, IsolationNode node)
    {
        if (node.Column < 0)
        {
            builder.AddLeaf([node.Value], node.Rows);
            return;
        }

        builder.AddSplit(node.Column, node.Threshold, node.MissingLeft ? TreeDecision.MissingLeft : TreeDecision.None, node.Rows);
        Append(builder, node.Left!);
        Append(builder, node.Right!);
    }
}

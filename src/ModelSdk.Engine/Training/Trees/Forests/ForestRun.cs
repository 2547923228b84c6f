using System.Collections.Concurrent;
using System.Globalization;
using ModelSdk.Contracts.Models.Trees;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>One training of a random forest. Trees grow in parallel, each from its own random numbers, and are joined in their order.</summary>
/// <param name="data">The training data.</param>
/// <param name="settings">The hyperparameters.</param>
/// <param name="target">What leaves average.</param>
/// <param name="log">Gets progress.</param>
internal sealed class ForestRun(TrainingData data, ForestSettings settings, ForestTarget target, IEngineLog log)
{
    // Shares are rounded down to multiples of this before they are added: their sums are then exact and never above 1.
    private const double ShareUnit = 1.0 / (1L << 52);

    private readonly ConcurrentBag<ForestGrower> growers = [];

    /// <summary>Fits the model.</summary>
    /// <param name="matrix">The bins of all rows.</param>
    /// <param name="cancellation">Stops the training.</param>
    public TrainedModel Train(BinnedMatrix matrix, CancellationToken cancellation)
    {
        TreeEnsembleBuilder builder = new(new double[target.OutputCount], singlePrecision: true, vectorLeaves: target.HasManyClasses);
        OutOfBag outOfBag = new(target);
        (GrownTree Tree, List<(int, GrownNode)> Unseen)[] results = new (GrownTree, List<(int, GrownNode)>)[2 * Math.Max(1, data.MaximumThreads)];
        OrderedBlocks.Run(
            settings.Trees,
            data.MaximumThreads,
            (tree, slot) => results[slot] = this.Grow(matrix, tree, cancellation),
            slot =>
            {
                outOfBag.Add(results[slot].Unseen);
                this.Scale(results[slot].Tree);
                results[slot].Tree.AppendTo(builder, 0);
                log.Progress(string.Create(CultureInfo.InvariantCulture, $"tree {builder.TreeCount} of {settings.Trees}"));
            },
            cancellation,
            2 * Math.Max(1, data.MaximumThreads));
        return new TrainedModel("trees", "identity", builder.Build().ToTensors(), []) { Figures = Figures(builder, outOfBag) };
    }

    private static Dictionary<string, double> Figures(TreeEnsembleBuilder builder, OutOfBag outOfBag)
    {
        Dictionary<string, double> figures = new() { ["Trees"] = builder.TreeCount };
        if (outOfBag.Score() is { } score)
        {
            figures.Add(score.Name, score.Value);
        }

        return figures;
    }

    private (GrownTree Tree, List<(int, GrownNode)> Unseen) Grow(BinnedMatrix matrix, int number, CancellationToken cancellation)
    {
        ForestGrower grower = this.growers.TryTake(out ForestGrower? free) ? free : new ForestGrower(matrix, target, settings);
        GrownTree tree = grower.Grow(new SeededRandom(data.Seed, number), cancellation);
        List<(int, GrownNode)> unseen = [];
        for (int row = 0; row < matrix.Rows; row++)
        {
            if (grower.Sample.Counts[row] == 0)
            {
                unseen.Add((row, tree.Leaf(row)));
            }
        }

        this.growers.Add(grower);
        return (tree, unseen);
    }

    private void Scale(GrownTree tree)
    {
        foreach (GrownNode leaf in tree.Leaves)
        {
            for (int output = 0; output < leaf.Values.Length; output++)
            {
                double part = leaf.Values[output] / settings.Trees;
                leaf.Values[output] = target.HasClasses ? Math.Floor(part / ShareUnit) * ShareUnit : part;
            }
        }
    }
}

using System.Globalization;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Splits;
using ModelSdk.Engine.Training;
using ModelSdk.Runtime;

namespace ModelSdk.Engine.Selection;

/// <summary>
/// Chooses a trainer by cross-validation on training rows alone. The first candidate, the simplest, is kept unless another is better by more than
/// one standard error of the folds' differences (Breiman, Friedman, Olshen and Stone, "Classification and Regression Trees", 1984, §3.4.3).
/// </summary>
/// <param name="contract">Names label, weight and features.</param>
/// <param name="candidates">At least two trainers.</param>
/// <param name="seed">What every random choice is drawn from.</param>
public sealed class TrainerSelection(ModelContract contract, IReadOnlyList<ITrainer> candidates, long seed)
{
    private const int FoldCount = 5;

    // Enough to tell a linear model from trees; more would cost five trainings of the whole.
    private const int MostRows = 20_000;

    /// <summary>How many threads may work at a time. Never changes the result.</summary>
    public int MaximumThreads { get; init; } = Environment.ProcessorCount;

    /// <summary>What the project says about its features (nothing).</summary>
    public ProjectFeatures Features { get; init; } = ProjectFeatures.None;

    /// <summary>Compares the candidates.</summary>
    /// <param name="table">The data.</param>
    /// <param name="rows">The training rows; no other row has any influence.</param>
    /// <param name="log">Gets the result.</param>
    /// <param name="cancellation">Stops the comparison.</param>
    /// <returns>The chosen trainer, and why, one sentence.</returns>
    public (ITrainer Trainer, string Why) Choose(DataTable table, int[] rows, IEngineLog log, CancellationToken cancellation)
    {
        MetricDefinition metric = contract.Task.PredictsNumber() ? MetricCatalog.Rmse : MetricCatalog.LogLoss;
        int[] sample = [.. rows.OrderBy(row => table.HoldoutHashes[row]).ThenBy(row => row).Take(MostRows).Order()];
        IReadOnlyList<RowSplit>? folds = FindFolds(table, sample);
        if (folds is null)
        {
            return (candidates[0], $"{candidates[0].Name} was taken without a comparison: {rows.Length} training rows are too few for {FoldCount} folds.");
        }

        double[][] losses = [.. candidates.Select(candidate => folds.Select(fold => this.Loss(candidate, metric, table, fold, cancellation)).ToArray())];
        int best = Enumerable.Range(1, candidates.Count - 1).Where(index => IsBetter(losses[0], losses[index])).OrderBy(index => losses[index].Average()).FirstOrDefault();
        string figures = string.Join(", ", candidates.Select((candidate, index) => string.Create(CultureInfo.InvariantCulture, $"{candidate.Name} {losses[index].Average():G4}")));
        string rule = best == 0 ? "which is not worse by more than one standard error" : "which is better by more than one standard error";
        string why = string.Create(CultureInfo.InvariantCulture, $"Auto took {candidates[best].Name}, {rule}: mean {metric.Name} of {FoldCount} folds of {sample.Length} training rows: {figures}.");
        log.Message(why);
        return (candidates[best], why);
    }

    private IReadOnlyList<RowSplit>? FindFolds(DataTable table, int[] rows)
    {
        try
        {
            return Folds.Stratified(table, rows, contract, FoldCount, SourceLocation.None);
        }
        catch (ModelBuildException)
        {
            return null;
        }
    }

    private double Loss(ITrainer trainer, MetricDefinition metric, DataTable table, RowSplit fold, CancellationToken cancellation)
    {
        ModelFit fit = new(contract, trainer, HyperparameterValues.Defaults(trainer.Hyperparameters)) { Seed = seed, MaximumThreads = this.MaximumThreads, Features = this.Features };
        FittedModel fitted = fit.Run(table, fold.Training, SilentLog.Instance, cancellation);
        PredictionModel model = PredictionModel.Load(ModelFileBuilder.Build(fitted).ToBytes());
        EvaluationInput input = EvaluationInput.Of(table, fold.Test, contract, TableScores.Of(model, table, fold.Test), model.Threshold, SourceLocation.None);
        return Evaluator.Metrics(input).Find(metric.Name) ?? double.PositiveInfinity;
    }

    private static bool IsBetter(double[] simple, double[] other)
    {
        double[] gains = [.. simple.Zip(other, (left, right) => left - right)];
        double mean = gains.Average();
        double variance = gains.Sum(gain => (gain - mean) * (gain - mean)) / (gains.Length - 1);
        return mean > Math.Sqrt(variance / gains.Length);
    }
}

using ModelSdk.Contracts;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;
using ModelSdk.Runtime;

namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>Fits a trainer of regressions to rows of lags, and predicts by the Runtime as any model does.</summary>
internal sealed class LagRegressor
{
    private const string Target = "value";
    private readonly PredictionModel model;

    private LagRegressor(PredictionModel model) => this.model = model;

    /// <summary>Fits the trainer with its default hyperparameters.</summary>
    /// <param name="trainer">A trainer of regressions.</param>
    /// <param name="names">The columns' names.</param>
    /// <param name="columns">For each name a value for each row.</param>
    /// <param name="target">A value for each row.</param>
    /// <param name="problem">Threads and seed.</param>
    /// <param name="cancellation">Stops the fit.</param>
    public static LagRegressor Fit(ITrainer trainer, IReadOnlyList<string> names, double[][] columns, double[] target, ForecastProblem problem, CancellationToken cancellation)
    {
        ContractColumn[] features = [.. names.Select((name, index) => new ContractColumn(name, $"Lag{index}", ColumnRole.Feature, ColumnKind.Numeric))];
        ContractColumn label = new(Target, "Value", ColumnRole.Label, ColumnKind.Numeric);
        ModelContract contract = new(ModelTask.Regression, new EquatableArray<ContractColumn>([.. features, label]));
        DataColumn[] data = [.. features.Select((feature, index) => new MemoryColumn(feature, columns[index], [])), new MemoryColumn(label, target, [])];
        ulong[] hashes = [.. Enumerable.Range(0, target.Length).Select(row => (ulong)row)];
        DataTable table = new(target.Length, data, "", hashes);
        ModelFit fit = new(contract, trainer, HyperparameterValues.Defaults(trainer.Hyperparameters)) { MaximumThreads = problem.MaximumThreads, Seed = problem.Seed };
        FittedModel fitted = fit.Run(table, [.. Enumerable.Range(0, target.Length)], SilentLog.Instance, cancellation);
        return new LagRegressor(PredictionModel.Load(ModelFileBuilder.Build(fitted).ToBytes()));
    }

    /// <summary>Predicts one row.</summary>
    /// <param name="row">A value for each column.</param>
    public double Predict(ReadOnlySpan<double> row)
    {
        double score = 0;
        this.model.Score(row, new Span<double>(ref score));
        return score;
    }
}

using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Splits;
using ModelSdk.Engine.Training;
using ModelSdk.Runtime;

namespace ModelSdk.Benchmarks.Accuracy;

/// <summary>What one of our trainers reached on a set.</summary>
/// <param name="Trainer">The trainer.</param>
/// <param name="Values">The metric on each split.</param>
/// <param name="BootstrapDeviation">For a single split, the standard deviation of the metric over resampled test rows.</param>
internal sealed record TrainerScore(string Trainer, double[] Values, double? BootstrapDeviation)
{
    private const int Resamples = 200;

    public double Mean => this.Values.Average();

    /// <summary>Fits and judges a trainer on every split of a set.</summary>
    public static TrainerScore Of(ReferenceSet set, ITrainer trainer, params (string Name, string Value)[] settings)
    {
        HyperparameterSetting[] items = [.. settings.Select(setting => new HyperparameterSetting(setting.Name, setting.Value, SourceLocation.None))];
        ModelFit fit = new(set.Contract, trainer, HyperparameterParser.Parse(trainer, items, SilentLog.Instance));
        List<double> values = [];
        double? deviation = null;
        foreach (RowSplit split in set.Splits)
        {
            FittedModel fitted = fit.Run(set.Table, split.Training, SilentLog.Instance, CancellationToken.None);
            PredictionModel model = PredictionModel.Load(ModelFileBuilder.Build(fitted).ToBytes());
            EvaluationInput input = EvaluationInput.Of(set.Table, split.Test, set.Contract, TableScores.Of(model, set.Table, split.Test), model.Threshold, SourceLocation.None);
            values.Add(Evaluator.Metrics(input).Find(set.Metric)!.Value);
            deviation = set.Splits.Count == 1 ? Bootstrap(input, set.Metric) : null;
        }

        return new TrainerScore(trainer.Name, [.. values], deviation);
    }

    private static double Bootstrap(EvaluationInput input, string metric)
    {
        double[] values = [.. Enumerable.Range(0, Resamples).Select(sample => Evaluator.Metrics(Resample(input, new SeededRandom(1, sample))).Find(metric)!.Value)];
        double mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }

    private static EvaluationInput Resample(EvaluationInput input, SeededRandom random)
    {
        int rows = input.Truth.Length;
        int width = input.Scores.Length / rows;
        int[] drawn = [.. Enumerable.Range(0, rows).Select(_ => random.Next(rows))];
        double[] scores = new double[input.Scores.Length];
        for (int row = 0; row < rows; row++)
        {
            input.Scores.AsSpan(drawn[row] * width, width).CopyTo(scores.AsSpan(row * width));
        }

        return input with { Truth = [.. drawn.Select(row => input.Truth[row])], Scores = scores };
    }
}

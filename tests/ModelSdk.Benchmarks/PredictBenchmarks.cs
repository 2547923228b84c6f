using BenchmarkDotNet.Attributes;
using ModelSdk.Benchmarks.Models;

namespace ModelSdk.Benchmarks;

/// <summary>Predictions of a linear model with ten numbers through the generated class; issue limit: 100 ns and no allocation.</summary>
[MemoryDiagnoser]
[MinColumn]
public class PredictBenchmarks
{
    private const int BatchSize = 1000;

    private readonly TenNumbersInput input = Row(1);
    private readonly TenNumbersInput[] inputs = [.. Enumerable.Range(0, BatchSize).Select(Row)];
    private readonly TenNumbersPrediction[] predictions = new TenNumbersPrediction[BatchSize];

    /// <summary>One row through the static class.</summary>
    [Benchmark(Baseline = true)]
    public double One() => TenNumbersModel.Predict(in this.input).Y;

    /// <summary>A thousand rows in one call; the figure is for one row.</summary>
    [Benchmark(OperationsPerInvoke = BatchSize)]
    public double Batch()
    {
        TenNumbersModel.Predict(this.inputs, this.predictions);
        return this.predictions[^1].Y;
    }

    private static TenNumbersInput Row(int row) => new()
    {
        X0 = row, X1 = row + 1, X2 = row + 2, X3 = row + 3, X4 = row + 4, X5 = row + 5, X6 = row + 6, X7 = row + 7, X8 = row + 8, X9 = row + 9,
    };
}

using System.Diagnostics;
using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using ModelSdk.Benchmarks.Training;
using static Microsoft.ML.Transforms.MissingValueReplacingEstimator;

namespace ModelSdk.Benchmarks.Peers;

/// <summary>
/// CSV, one-hot, a line by least squares, evaluated on a fifth of the rows. The trainer is SDCA with its defaults: exact least squares (<c>Ols</c>)
/// needs the native library of Microsoft.ML.Mkl.Components. The rows are cached twice, as read and as encoded: without either it takes longer.
/// </summary>
internal static class LeastSquaresJob
{
    private static readonly string[] Numbers = [.. Enumerable.Range(0, 20).Select(index => string.Create(CultureInfo.InvariantCulture, $"n{index:00}"))];
    private static readonly string[] Categories = ["c5", "c20", "c100", "c1000", "c2"];

    /// <summary>Does it once, in this new process.</summary>
    /// <param name="path">A file of the benchmark's generator.</param>
    /// <param name="output">Gets one line.</param>
    public static void Run(string path, TextWriter output)
    {
        long start = Stopwatch.GetTimestamp();
        MLContext context = new(seed: 1);
        DataOperationsCatalog.TrainTestData split = context.Data.TrainTestSplit(context.Data.Cache(Read(context, path)), testFraction: 0.2, seed: 1);
        ITransformer model = Encode(context).AppendCacheCheckpoint(context).Append(context.Regression.Trainers.Sdca("y")).Fit(split.TrainSet);
        RegressionMetrics metrics = context.Regression.Evaluate(model.Transform(split.TestSet), "y");
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"ML.NET_Sdca seconds={seconds:F2} peak_MiB={PeakMemory.Mebibytes:F0} RMSE={metrics.RootMeanSquaredError:F4}"));
    }

    private static IDataView Read(MLContext context, string path) => context.Data.LoadFromTextFile(path, new TextLoader.Options
    {
        Columns =
        [
            .. Numbers.Select((name, index) => new TextLoader.Column(name, DataKind.Single, index)),
            .. Categories.Select((name, index) => new TextLoader.Column(name, DataKind.String, Numbers.Length + index)),
            new TextLoader.Column("y", DataKind.Single, Numbers.Length + Categories.Length),
        ],
        HasHeader = true,
        Separators = [','],
        MissingRealsAsNaNs = true,
    });

    private static EstimatorChain<ColumnConcatenatingTransformer> Encode(MLContext context) => context.Transforms.Concatenate("numbers", Numbers)
        .Append(context.Transforms.IndicateMissingValues("missing", "numbers"))
        .Append(context.Transforms.Conversion.ConvertType("indicators", "missing", DataKind.Single))
        .Append(context.Transforms.ReplaceMissingValues("numbers", replacementMode: ReplacementMode.Mean))
        .Append(context.Transforms.NormalizeMeanVariance("numbers", fixZero: false))
        .Append(context.Transforms.Categorical.OneHotEncoding([.. Categories.Select(name => new InputOutputColumnPair(name))]))
        .Append(context.Transforms.Concatenate("Features", ["numbers", "indicators", .. Categories]));
}

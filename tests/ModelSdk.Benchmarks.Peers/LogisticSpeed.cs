using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace ModelSdk.Benchmarks.Peers;

/// <summary>
/// Times logistic regression alone, on the numbers that LinearSpeed.cs of ModelSdk.Benchmarks wrote, with the same penalty: with the tolerance that it
/// has by default, and with one that suffices.
/// </summary>
internal static class LogisticSpeed
{
    private const int Runs = 9;

    // The largest power of ten by which the loss is that of the minimum to a millionth.
    private const float SufficientTolerance = 1e-3f;

    /// <summary>Fits the model several times.</summary>
    /// <param name="folder">Has x.bin and label.bin: doubles, row after row.</param>
    /// <param name="output">Gets the medians.</param>
    public static void Run(string folder, TextWriter output)
    {
        double[] x = Doubles(Path.Combine(folder, "x.bin"));
        double[] y = Doubles(Path.Combine(folder, "label.bin"));
        LabelledNumbers[] rows = [.. y.Select((label, row) => new LabelledNumbers
        {
            Label = label == 1,
            Features = [.. x.AsSpan(row * LabelledNumbers.Width, LabelledNumbers.Width).ToArray().Select(value => (float)value)],
        })];
        LbfgsLogisticRegressionBinaryTrainer.Options options = new() { L1Regularization = 0, L2Regularization = 1 };
        Time("ML.NET_LogisticRegression", rows, x, options, output);
        options.OptimizationTolerance = SufficientTolerance;
        Time(string.Create(CultureInfo.InvariantCulture, $"ML.NET_LogisticRegression_by_tolerance_{SufficientTolerance:0E0}"), rows, x, options, output);
    }

    private static double[] Doubles(string path) => MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(path)).ToArray();

    private static void Time(string name, LabelledNumbers[] rows, double[] x, LbfgsLogisticRegressionBinaryTrainer.Options options, TextWriter output)
    {
        MLContext context = new(seed: 1);
        IDataView view = context.Data.LoadFromEnumerable(rows);
        List<double> wall = [];
        List<double> processor = [];
        LinearBinaryModelParameters? model = null;
        using Process process = Process.GetCurrentProcess();
        for (int run = 0; run < Runs; run++)
        {
            process.Refresh();
            TimeSpan before = process.TotalProcessorTime;
            long start = Stopwatch.GetTimestamp();
            model = context.BinaryClassification.Trainers.LbfgsLogisticRegression(options).Fit(view).Model.SubModel;
            wall.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            process.Refresh();
            processor.Add((process.TotalProcessorTime - before).TotalMilliseconds);
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name} milliseconds={Median(wall):F0} cpu_milliseconds={Median(processor):F0} objective={Objective(model!, rows, x):F12}"));
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static double Objective(LinearBinaryModelParameters model, LabelledNumbers[] rows, double[] x)
    {
        double sum = model.Weights.Sum(weight => (double)weight * weight) / 2;
        for (int row = 0; row < rows.Length; row++)
        {
            double margin = model.Bias;
            for (int column = 0; column < LabelledNumbers.Width; column++)
            {
                margin += model.Weights[column] * x[(row * LabelledNumbers.Width) + column];
            }

            double wrong = rows[row].Label ? -margin : margin;
            sum += Math.Max(wrong, 0) + Math.Log(1 + Math.Exp(-Math.Abs(wrong)));
        }

        return sum / rows.Length;
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training;
using ModelSdk.Engine.Training.Linear;

namespace ModelSdk.Benchmarks.Training;

/// <summary>
/// Times least squares and logistic regression alone, on a million rows of 20 numbers in memory, and writes the same numbers for scikit-learn
/// (linear_speed.py).
/// </summary>
internal static class LinearSpeed
{
    private const int Rows = 1_000_000;
    private const int Width = 20;
    private const int Runs = 9;

    // The largest power of ten by which the loss is that of the minimum to a millionth.
    private const string SufficientTolerance = "1E-4";

    /// <summary>Fits each trainer several times.</summary>
    /// <param name="folder">Gets x.bin, y.bin and label.bin: doubles, row after row.</param>
    /// <param name="output">Gets the medians.</param>
    public static void Run(string folder, TextWriter output)
    {
        DesignMatrix design = new(Rows, Width);
        double[] label = new double[Rows];
        double[] positive = new double[Rows];
        Fill(design, label, positive);
        Dump(folder, design, label, positive);
        DesignColumn[] columns = [.. Enumerable.Range(0, Width).Select(column => new DesignColumn($"x{column}", $"x{column}", 0, 1))];
        TrainingData binary = new(ModelTask.BinaryClassification, design, columns, positive) { ClassCount = 2 };
        Time(new LinearRegression(), new TrainingData(ModelTask.Regression, design, columns, label), "", output);
        Time(new LogisticRegression(), binary, "", output);
        Time(new LogisticRegression(), binary, SufficientTolerance, output);
    }

    private static void Fill(DesignMatrix design, double[] label, double[] positive)
    {
        SeededRandom random = new(seed: 7);
        for (int row = 0; row < Rows; row++)
        {
            double signal = 0;
            Span<double> values = design.DenseRow(row);
            for (int column = 0; column < Width; column++)
            {
                values[column] = Bell(random);
                signal += values[column] * ((column % 5) - 2) * 0.2;
            }

            double noise = Bell(random);
            label[row] = 3 + signal + noise;
            positive[row] = signal + (1.5 * noise) > 0.3 ? 1 : 0;
        }
    }

    private static double Bell(SeededRandom random) =>
        (random.NextDouble() + random.NextDouble() + random.NextDouble() + random.NextDouble() - 2) * Math.Sqrt(3);

    private static void Dump(string folder, DesignMatrix design, double[] label, double[] positive)
    {
        Directory.CreateDirectory(folder);
        using FileStream file = File.Create(Path.Combine(folder, "x.bin"));
        for (int block = 0; block < design.BlockCount; block++)
        {
            file.Write(MemoryMarshal.AsBytes(design.Dense(block)));
        }

        File.WriteAllBytes(Path.Combine(folder, "y.bin"), MemoryMarshal.AsBytes<double>(label).ToArray());
        File.WriteAllBytes(Path.Combine(folder, "label.bin"), MemoryMarshal.AsBytes<double>(positive).ToArray());
    }

    private static void Time(ITrainer trainer, TrainingData data, string tolerance, TextWriter output)
    {
        HyperparameterSetting[] settings = tolerance == "" ? [] : [new HyperparameterSetting("Tolerance", tolerance, SourceLocation.None)];
        HyperparameterValues values = HyperparameterParser.Parse(trainer, settings, SilentLog.Instance);
        List<double> wall = [];
        List<double> processor = [];
        TrainedModel? model = null;
        using Process process = Process.GetCurrentProcess();
        for (int run = 0; run < Runs; run++)
        {
            process.Refresh();
            TimeSpan before = process.TotalProcessorTime;
            long start = Stopwatch.GetTimestamp();
            model = trainer.Train(data, values, SilentLog.Instance, CancellationToken.None);
            wall.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            process.Refresh();
            processor.Add((process.TotalProcessorTime - before).TotalMilliseconds);
        }

        string objective = model!.Convergence.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $" objective={model.Convergence[^1].Objective:F12}") : "";
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ModelSdk_{trainer.Name}{(tolerance == "" ? "" : "_by_tolerance_" + tolerance)} milliseconds={Median(wall):F0} cpu_milliseconds={Median(processor):F0}{objective}"));
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}

using System.Diagnostics;
using System.Globalization;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Inference;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Benchmarks.Training;

/// <summary>Reads a file of the generator into columns, and tells time and memory. The contract comes from the first rows, as a build has it already.</summary>
internal static class IngestSpeed
{
    private const int RowsForTheContract = 5000;

    /// <summary>Reads the file once, in this new process.</summary>
    /// <param name="path">The file.</param>
    /// <param name="label">The label's column.</param>
    /// <param name="output">Gets one line.</param>
    public static void Run(string path, string label, TextWriter output)
    {
        ModelContract contract = Infer(path, label);
        double idle = PeakMemory.Mebibytes;
        long start = Stopwatch.GetTimestamp();
        DataTable table = new CsvDataSource().Read([FileOf(path)], contract, 1, SilentLog.Instance, CancellationToken.None);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        double columns = sizeof(double) * (double)table.RowCount * (table.Columns.Count + 1) / (1 << 20);
        double peak = PeakMemory.Mebibytes;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"ModelSdk seconds={seconds:F3} peak_MiB={peak:F0} idle_MiB={idle:F0} columns_MiB={columns:F0} memory_for_columns={(peak - idle) / columns:F2}"));
    }

    private static ModelContract Infer(string path, string label)
    {
        string sample = Path.GetTempFileName();
        File.WriteAllLines(sample, File.ReadLines(path).Take(RowsForTheContract + 1));
        ModelContract contract = ContractInference.Infer([FileOf(sample)], [], new InferenceRequest(ModelTask.Regression, label, null, "Speed"), SilentLog.Instance, CancellationToken.None).Contract;
        File.Delete(sample);
        return contract;
    }

    private static DataFile FileOf(string path) => new(path, Path.GetFileName(path), SourceLocation.None);
}

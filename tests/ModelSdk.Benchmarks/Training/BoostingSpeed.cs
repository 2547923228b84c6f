using System.Diagnostics;
using System.Globalization;

namespace ModelSdk.Benchmarks.Training;

/// <summary>Times one training of boosted trees in this new process, ours or LightGBM's, from the same numbers in memory: bins and trees, not reading or encoding.</summary>
internal static class BoostingSpeed
{
    // All other settings are the defaults of both: rate 0.1, 255 bins, in a leaf at least 20 rows and a hessian of 0.001, no penalty, no sampling.
    private const int Trees = 100;
    private const int MaxLeaves = 63;

    /// <summary>Trains once.</summary>
    /// <param name="path">A file of the generator.</param>
    /// <param name="trainer"><c>GradientBoosting</c> or <c>LightGBM</c>.</param>
    /// <param name="threads">The number of threads.</param>
    /// <param name="tenth">Which tenth of the rows judges, 0 to 9.</param>
    /// <param name="output">Gets one line.</param>
    public static void Run(string path, string trainer, int threads, int tenth, TextWriter output)
    {
        BoostingData data = new(path, tenth);
        using IBoostingPeer peer = trainer == "LightGBM" ? new LightGbmPeer(data, Trees, MaxLeaves, threads) : new GradientBoostingPeer(data, Trees, MaxLeaves, threads);
        using Process process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        long start = Stopwatch.GetTimestamp();
        peer.Train();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        process.Refresh();
        double processor = (process.TotalProcessorTime - before).TotalSeconds;
        double area = data.AreaUnderCurve(peer.Margins(data.Test.Design));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{peer.Name} seconds={seconds:F2} cpu_seconds={processor:F2} AUC={area:F5}"));
    }
}

using System.Globalization;

namespace ModelSdk.Benchmarks.Training;

/// <summary>The most memory that this process has had resident so far.</summary>
internal static class PeakMemory
{
    /// <summary>In MiB; 0 where the system does not tell (other than Linux).</summary>
    public static double Mebibytes => File.Exists("/proc/self/status")
        ? File.ReadLines("/proc/self/status").Where(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
            .Select(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[1], CultureInfo.InvariantCulture) / 1024).Single()
        : 0;
}

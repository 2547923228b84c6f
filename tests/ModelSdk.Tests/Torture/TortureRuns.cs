using System.Globalization;

namespace ModelSdk.Tests.Torture;

/// <summary>How hard the torture is: a little in everyday tests, more when <c>build/torture.sh</c> asks for it.</summary>
internal static class TortureRuns
{
    /// <summary>How often a process is killed in each test.</summary>
    public static int Count { get; } = int.Parse(Environment.GetEnvironmentVariable("MODELSDK_TORTURE_RUNS") ?? "5", CultureInfo.InvariantCulture);

    /// <summary>Moments to kill at: the same ones for the same number, most of them late in a whole run, where it writes, some after its end.</summary>
    public static IEnumerable<TimeSpan> Moments(TimeSpan whole, int seed)
    {
        string chosen = Environment.GetEnvironmentVariable("MODELSDK_TORTURE_SEED") ?? seed.ToString(CultureInfo.InvariantCulture);
        Random random = new(int.Parse(chosen, CultureInfo.InvariantCulture));
        return [.. Enumerable.Range(0, Count).Select(_ => whole * (0.4 + (0.8 * random.NextDouble())))];
    }
}

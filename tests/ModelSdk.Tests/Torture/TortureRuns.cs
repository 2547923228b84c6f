using System.Globalization;

namespace ModelSdk.Tests.Torture;

/// <summary>
/// How hard the torture is, a little in everyday tests, more when <c>build/torture.sh</c> asks for it, and when to kill: at random moments, most of
/// them late in a run, where it writes, some after its end. The estimate of how long a run takes follows what is seen, since machines are noisy.
/// </summary>
internal sealed class TortureRuns
{
    private readonly Random random;

    /// <summary>Begins with the time that one whole run took; the same seed draws the same share of it each time.</summary>
    public TortureRuns(TimeSpan whole, int seed)
    {
        this.Whole = whole;
        this.random = new Random(int.Parse(Environment.GetEnvironmentVariable("MODELSDK_TORTURE_SEED") ?? seed.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
    }

    /// <summary>How often a process is killed in each test.</summary>
    public static int Count { get; } = int.Parse(Environment.GetEnvironmentVariable("MODELSDK_TORTURE_RUNS") ?? "5", CultureInfo.InvariantCulture);

    /// <summary>How long a whole run takes.</summary>
    public TimeSpan Whole { get; private set; }

    /// <summary>How many runs were killed before their end.</summary>
    public int Killed { get; private set; }

    /// <summary>Lets a process run for a while and kills it, unless it ended by itself.</summary>
    public void Kill(ToolProcess process)
    {
        double share = 0.4 + (0.8 * this.random.NextDouble());
        bool killed = process.KillAfter(this.Whole * share);
        this.Killed += killed ? 1 : 0;
        this.Whole *= killed && share > 0.9 ? 1.1 : !killed && share < 0.9 ? 0.9 : 1;
    }
}

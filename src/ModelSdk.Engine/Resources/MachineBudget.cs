using ModelSdk.Store.Files;

namespace ModelSdk.Engine.Resources;

/// <summary>
/// Shares the machine's cores and memory between all trainings of this user that run at a time, so that many model projects built in parallel take
/// turns instead of fighting. A training claims what it needs by a file that it keeps open; the operating system releases it when the process ends,
/// however it ends. The number of cores never changes a result.
/// </summary>
/// <param name="folder">Where the claims lie.</param>
/// <param name="cores">How many cores there are to share, at least 1.</param>
/// <param name="memory">How many bytes there are to share.</param>
public sealed class MachineBudget(string folder, int cores, long memory)
{
    private const int MillisecondsBetweenLooks = 50;

    // Leaves room for the build itself and for other programs.
    private const double ShareOfMemory = 0.75;

    /// <summary>The budget of this machine.</summary>
    public static MachineBudget Default { get; } = new(
        FindFolder(), Environment.ProcessorCount, (long)(ShareOfMemory * GC.GetGCMemoryInfo().TotalAvailableMemoryBytes));

    /// <summary>
    /// Takes a share, waiting for as long as no core is free or the memory would not suffice. A training that wants more memory than the machine has
    /// runs alone.
    /// </summary>
    /// <param name="wanted">How many cores could be used, at least 1; fewer are given where others work.</param>
    /// <param name="bytes">How much memory is expected to be used.</param>
    /// <param name="onWait">Called once when there is a wait.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    public MachineClaim Take(int wanted, long bytes, Action onWait, CancellationToken cancellation)
    {
        bool waited = false;
        while (true)
        {
            if (this.TryTake(Math.Min(wanted, cores), bytes, cancellation) is { } claim)
            {
                return claim;
            }

            if (!waited)
            {
                onWait();
                waited = true;
            }

            cancellation.WaitHandle.WaitOne(MillisecondsBetweenLooks);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private static string FindFolder()
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        return home.Length > 0
            ? Path.Combine(home, "ModelSdk", "claims")
            : Path.Combine(Path.GetTempPath(), $"modelsdk-{Environment.UserName}", "claims");
    }

    private MachineClaim? TryTake(int wanted, long bytes, CancellationToken cancellation)
    {
        try
        {
            using FileLock guard = FileLock.Take(Path.Combine(folder, "guard.lock"), () => { }, cancellation);
            MachineClaim.Amount taken = MachineClaim.Sum(folder);
            int free = cores - taken.Cores;
            bool fits = taken.Bytes == 0 || taken.Bytes + bytes <= memory;
            return free >= 1 && fits ? MachineClaim.Make(folder, new MachineClaim.Amount(Math.Min(wanted, free), bytes)) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Where no claim can be written there is nobody to share with.
            return MachineClaim.Unshared(wanted);
        }
    }
}

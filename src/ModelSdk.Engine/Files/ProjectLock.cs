using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Files;

/// <summary>Lets one engine at a time work on a project. The operating system releases it when the process ends, however it ends.</summary>
public sealed class ProjectLock : IDisposable
{
    // The low words of "in use by another process": ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION, and EAGAIN on Linux and on macOS.
    private static readonly int[] HeldByAnother = [32, 33, 11, 35];

    private readonly FileStream stream;

    private ProjectLock(FileStream stream) => this.stream = stream;

    /// <summary>Takes the lock, waiting for as long as another engine holds it.</summary>
    /// <param name="path">The lock file; it is created and never deleted, because deleting a held lock would let two engines in.</param>
    /// <param name="log">Told once when there is a wait.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static ProjectLock Take(string path, IEngineLog log, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        for (bool first = true; ; first = false)
        {
            try
            {
                return new ProjectLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException exception) when (HeldByAnother.Contains(exception.HResult & 0xFFFF))
            {
                if (first)
                {
                    log.Message("Waiting for another build of this project to finish.");
                }
            }

            cancellation.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(50));
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => this.stream.Dispose();
}

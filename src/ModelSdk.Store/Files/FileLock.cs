namespace ModelSdk.Store.Files;

/// <summary>A lock between processes. The operating system releases it when the process ends, however it ends.</summary>
public sealed class FileLock : IDisposable
{
    // The low words of "in use by another process": ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION, and EAGAIN on Linux and on macOS.
    private static readonly int[] HeldByAnother = [32, 33, 11, 35];

    private readonly FileStream stream;

    private FileLock(FileStream stream) => this.stream = stream;

    /// <summary>Takes the lock, waiting for as long as another process holds it.</summary>
    /// <param name="path">The lock file; it is created and never deleted, because deleting a held lock would let two processes in.</param>
    /// <param name="onWait">Called once when there is a wait.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    public static FileLock Take(string path, Action onWait, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        for (bool first = true; ; first = false)
        {
            try
            {
                return new FileLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException exception) when (HeldByAnother.Contains(exception.HResult & 0xFFFF))
            {
                if (first)
                {
                    onWait();
                }
            }

            cancellation.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(10));
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => this.stream.Dispose();
}

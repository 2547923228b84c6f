using System.Text;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Digests;
using ModelSdk.Contracts.Versions;
using ModelSdk.Store.Files;

namespace ModelSdk.Store;

/// <summary>
/// Adds to a store while it holds the store's lock. Every file is complete before it has its name, and what a record names is written before the
/// record: whatever interrupts a writer, a reader sees the store as before or as after.
/// </summary>
public sealed class StoreWriter : IDisposable
{
    private const string Ignore = "# Written by ModelSdk: what belongs to one machine only.\n/.local/\n/objects/local/\n";
    private const string IgnoreAll = "*\n";
    private const string Attributes = "# Written by ModelSdk: names are digests of the bytes, so git must not change them.\n* -text\n/objects/** binary\n";

    private readonly ModelStore store;
    private readonly StoreFolder folder;
    private readonly FileLock held;

    private StoreWriter(ModelStore store, StoreFolder folder, FileLock held)
    {
        this.store = store;
        this.folder = folder;
        this.held = held;
    }

    /// <summary>Stores an object, unless it is there.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <returns>Its digest.</returns>
    public string AddObject(byte[] bytes)
    {
        this.WriteGitFiles();
        return this.store.Objects.Write(bytes);
    }

    /// <summary>Stores a version.</summary>
    /// <param name="record">A committed record whose objects were added before.</param>
    /// <returns>Its id.</returns>
    /// <exception cref="StoreException">An object is missing, a name is refused, or the file cannot be written.</exception>
    public string AddVersion(VersionRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        StoreNames.RequireModel(record.Name);
        CommitFacts commit = record.Commit ?? throw new ArgumentException("Only a record with reason and author can be stored.", nameof(record));
        foreach (string digest in new[] { record.ModelDigest, commit.TrainingObject, commit.EvaluationObject })
        {
            if (!this.store.Objects.Has(digest))
            {
                throw new StoreException(StoreDiagnostics.MissingObject, $"The object {digest} of version {record.Version} was not stored before its record.");
            }
        }

        return this.AddRecord(StorePlaces.Versions(this.folder, record.Name), record.ToJson());
    }

    /// <summary>Stores an event of an environment.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>Its id.</returns>
    public string AddEvent(EnvironmentEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        StoreNames.RequireModel(happened.Model);
        StoreNames.RequireEnvironment(happened.Environment);
        return this.AddRecord(Path.Combine(StorePlaces.Environments(this.folder, happened.Model), happened.Environment), happened.ToJson());
    }

    /// <summary>Stores a retirement.</summary>
    /// <param name="retirement">The retirement.</param>
    /// <returns>Its id.</returns>
    public string AddRetirement(Retirement retirement)
    {
        ArgumentNullException.ThrowIfNull(retirement);
        StoreNames.RequireModel(retirement.Model);
        return this.AddRecord(StorePlaces.Retirements(this.folder, retirement.Model), retirement.ToJson());
    }

    /// <inheritdoc/>
    public void Dispose() => this.held.Dispose();

    internal static StoreWriter Open(ModelStore store, StoreFolder folder, Action onWait, CancellationToken cancellation)
    {
        FileLock held;
        folder.RefuseLinksOut(StorePlaces.Lock(folder));
        try
        {
            held = FileLock.Take(StorePlaces.Lock(folder), onWait, cancellation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(folder, exception);
        }

        try
        {
            // Only the holder of the lock writes, so what lies here was left by a process that was killed.
            AtomicFile.RemoveTemporaries(folder.At(StoreFolder.Local));
            folder.Write(folder.At(StoreFolder.Local, ".gitignore"), Encoding.UTF8.GetBytes(IgnoreAll));
            return new StoreWriter(store, folder, held);
        }
        catch (Exception exception)
        {
            held.Dispose();
            if (exception is IOException or UnauthorizedAccessException)
            {
                throw NotWritable(folder, exception);
            }

            throw;
        }
    }

    private static StoreException NotWritable(StoreFolder folder, Exception exception) =>
        new(StoreDiagnostics.StoreInaccessible, $"The store {folder.Root} cannot be written: {exception.Message}", folder.Root);

    /// <summary>Before the first file that git tracks, so that a refused commit leaves nothing behind.</summary>
    private void WriteGitFiles()
    {
        this.folder.Write(this.folder.At(".gitignore"), Encoding.UTF8.GetBytes(Ignore));
        this.folder.Write(this.folder.At(".gitattributes"), Encoding.UTF8.GetBytes(Attributes));
    }

    private string AddRecord(string directory, string text)
    {
        this.WriteGitFiles();
        string id = Sha256Digest.Of(text);
        this.folder.Write(Path.Combine(directory, RecordFile.Name(id)), Encoding.UTF8.GetBytes(text));
        return id;
    }
}

namespace ModelSdk.Store;

/// <summary>
/// The versions of a repository's models in a folder, <c>.models</c>: records, events and objects, each a file that is written once. So branches
/// merge without conflicts, and a clone is whole. Immutable as an object; every call looks at the folder anew.
/// </summary>
public sealed class ModelStore
{
    private readonly StoreFolder folder;

    /// <summary>Names a store; nothing is read or written.</summary>
    /// <param name="root">The store's folder; it need not exist.</param>
    public ModelStore(string root)
    {
        this.folder = new StoreFolder(root);
        this.Objects = new ObjectStore(this.folder);
    }

    /// <summary>The store's full path.</summary>
    public string Root => this.folder.Root;

    /// <summary>Models, evaluations and training records.</summary>
    public ObjectStore Objects { get; }

    /// <summary>The models that have a lineage, in ordinal order.</summary>
    public IReadOnlyList<string> ModelNames() =>
        [.. this.folder.Folders(this.Root).Where(name => StoreNames.IsModel(name) && Directory.Exists(this.folder.At(name, StorePlaces.VersionsName)))];

    /// <summary>Opens the lineage of a model; one that does not exist is empty.</summary>
    /// <param name="model">The model's name.</param>
    /// <exception cref="StoreException">The name is refused, or a folder is a link out of the store.</exception>
    public Lineage Lineage(string model) => ModelSdk.Store.Lineage.Open(this.folder, model);

    /// <summary>Opens the store for writing; one process at a time can.</summary>
    /// <param name="onWait">Called once when another process is writing.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StoreException">The folder cannot be written.</exception>
    public StoreWriter OpenForWriting(Action onWait, CancellationToken cancellation) => StoreWriter.Open(this, this.folder, onWait, cancellation);
}

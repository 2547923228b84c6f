using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Projects;
using ModelSdk.Store;

namespace ModelSdk.Engine.Versions;

/// <summary>The committed versions of a project's model, as they were when it was opened.</summary>
public sealed class ProjectLineage
{
    private ProjectLineage(ModelStore store, Lineage lineage)
    {
        this.Store = store;
        this.Lineage = lineage;
    }

    /// <summary>The store.</summary>
    public ModelStore Store { get; }

    /// <summary>The lineage.</summary>
    public Lineage Lineage { get; }

    /// <summary>Opens the lineage that a project's builds belong to; one that does not exist is empty.</summary>
    /// <param name="options">The project.</param>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public static ProjectLineage Open(ProjectOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Open(new ModelStore(options.Store), options.Property("ModelName").Value);
    }

    /// <summary>Opens a lineage of a store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="model">The model's name.</param>
    /// <exception cref="StoreException">The name is refused, or the store cannot be used.</exception>
    public static ProjectLineage Open(ModelStore store, string model)
    {
        ArgumentNullException.ThrowIfNull(store);
        return new ProjectLineage(store, store.Lineage(model));
    }

    /// <summary>
    /// What a model follows: the leaves of the lineage; for a model that is committed already what that version follows, so that building it again
    /// gives the same comparison.
    /// </summary>
    /// <param name="modelDigest">The model's digest.</param>
    /// <param name="contract">The contract that the class is generated from.</param>
    /// <exception cref="StoreException">A parent's record is missing.</exception>
    public IReadOnlyList<VersionEntry> ParentsOf(string modelDigest, ModelContract contract) =>
        this.Committed(modelDigest, contract) is { } committed ? this.ParentsOf(committed) : this.Lineage.Leaves;

    /// <summary>The committed version that a model is; null where it is none, or where callers know it by other names.</summary>
    /// <param name="modelDigest">The model's digest.</param>
    /// <param name="contract">The contract that the class is generated from.</param>
    public VersionEntry? Committed(string modelDigest, ModelContract contract) => this.Lineage.WithModel(modelDigest, CallerNames.Digest(CallerNames.Of(contract)));

    /// <summary>What a committed version follows.</summary>
    /// <param name="version">The version.</param>
    /// <exception cref="StoreException">A parent's record is missing.</exception>
    public IReadOnlyList<VersionEntry> ParentsOf(VersionEntry version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return [.. version.Parents.Select(parent => this.Parent(version, parent))];
    }

    /// <summary>Reads the model of a version.</summary>
    /// <param name="version">The version.</param>
    /// <returns>The file's bytes, whose digest is proven.</returns>
    /// <exception cref="StoreException">The object is missing or damaged.</exception>
    public byte[] ReadModel(VersionEntry version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return this.Store.Objects.Read(version.ModelDigest, $"the model of version {version.Name}");
    }

    /// <summary>The semantic part of the contract that a version was trained on.</summary>
    /// <param name="version">The version.</param>
    /// <exception cref="StoreException">The model is missing or damaged.</exception>
    public ModelContract ReadContract(VersionEntry version)
    {
        byte[] bytes = this.ReadModel(version);
        try
        {
            return ContractReader.Read(ModelFile.Read(bytes).Text(ModelKeys.Contract));
        }
        catch (Exception exception) when (exception is ModelFormatException or ContractException)
        {
            throw new StoreException(StoreDiagnostics.DamagedObject, $"The model of version {version.Name} cannot be read: {exception.Message}");
        }
    }

    private VersionEntry Parent(VersionEntry version, string parent) => this.Lineage.Find(parent) ?? throw new StoreException(
        StoreDiagnostics.MissingRecord,
        $"Version {version.Name} follows {VersionId.Abbreviate(parent)}, whose record is not in the store. Get it from a clone that has it.");
}

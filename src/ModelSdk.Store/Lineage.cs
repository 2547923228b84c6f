using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Versions;

namespace ModelSdk.Store;

/// <summary>The versions of one model, its environments and what was retired, as the store held them when the lineage was opened.</summary>
public sealed class Lineage
{
    private readonly StoreFolder folder;
    private readonly Dictionary<string, VersionEntry> byId;
    private readonly Dictionary<string, VersionEntry>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly Lazy<IReadOnlyList<LineageEnvironment>> environments;

    private Lineage(StoreFolder folder, string model, IReadOnlyList<VersionEntry> versions, List<StoreException> problems)
    {
        this.folder = folder;
        this.ModelName = model;
        this.Versions = versions;
        this.Problems = problems;
        this.byId = versions.ToDictionary(version => version.Id, StringComparer.Ordinal);
        this.lookup = this.byId.GetAlternateLookup<ReadOnlySpan<char>>();
        this.Retirements = RecordFolder.Read(folder, StorePlaces.Retirements(folder, model), text => StoredRecord.Retirement(text, model), problems);
        this.Leaves = FindLeaves(versions, this.Retirements);
        problems.AddRange(this.MissingParents());
        this.environments = new(() => LineageEnvironment.ReadAll(folder, model));
    }

    /// <summary>The model.</summary>
    public string ModelName { get; }

    /// <summary>Every version, in ordinal order of the ids.</summary>
    public IReadOnlyList<VersionEntry> Versions { get; }

    /// <summary>Records that are damaged and therefore not among <see cref="Versions"/> and <see cref="Retirements"/>.</summary>
    public IReadOnlyList<StoreException> Problems { get; }

    /// <summary>The versions that no other follows and that are not retired: what the next commit follows.</summary>
    public IReadOnlyList<VersionEntry> Leaves { get; }

    /// <summary>What was retired, by the retirement's id.</summary>
    public IReadOnlyList<KeyValuePair<string, Retirement>> Retirements { get; }

    /// <summary>The environments, in ordinal order of their names; read when first asked for.</summary>
    /// <exception cref="StoreException">An event is damaged.</exception>
    public IReadOnlyList<LineageEnvironment> Environments => this.environments.Value;

    /// <summary>Opens a lineage; one that does not exist is empty.</summary>
    internal static Lineage Open(StoreFolder folder, string model)
    {
        StoreNames.RequireModel(model);
        string directory = StorePlaces.Versions(folder, model);
        folder.RefuseLinksOut(StorePlaces.Index(folder, model));
        VersionIndex index = new(StorePlaces.Index(folder, model));
        List<VersionEntry> versions = [];
        List<IndexedVersion> added = [];
        List<StoreException> problems = [];
        foreach (StoreFile file in folder.Files(directory, (name, length) => Take(index.Find(RecordFile.IdOf(name), length), versions)))
        {
            if (RecordFile.IdOf(file.Name) is not null && TryRead(folder, Path.Combine(directory, file.Name), model, problems) is { } read)
            {
                versions.Add(read);
                added.Add(new IndexedVersion(file.Length, read));
            }
        }

        index.Add(added);
        versions.Sort((left, right) => string.CompareOrdinal(left.Id, right.Id));
        return new Lineage(folder, model, versions, problems);
    }

    /// <summary>Whether the store still holds the same versions and retirements; far cheaper than to open the lineage again.</summary>
    public bool IsCurrent()
    {
        int versions = 0;
        int others = this.folder.Files(StorePlaces.Versions(this.folder, this.ModelName), (name, _) => this.lookup.ContainsKey(RecordFile.IdOf(name)) && ++versions > 0).Count;
        return this.Problems.Count == 0 && others == 0 && versions == this.Versions.Count
            && this.folder.Files(StorePlaces.Retirements(this.folder, this.ModelName)).Count == this.Retirements.Count;
    }

    /// <summary>A version's number, with the beginning of its id where another version has the same number.</summary>
    /// <param name="version">The version.</param>
    public string NameOf(VersionEntry version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return this.Versions.Any(other => other.Number == version.Number && other.Id != version.Id) ? version.Name : version.Number.ToString();
    }

    /// <summary>The version of that id, or null.</summary>
    /// <param name="id">A whole id.</param>
    public VersionEntry? Find(string id) => this.byId.GetValueOrDefault(id);

    /// <summary>The version that a model is, by its digest and the names that callers use. Of several, which merged branches may have, the highest number, then the first id.</summary>
    /// <param name="digest">A model digest.</param>
    /// <param name="namesDigest">The digest of the property names; a version whose record does not tell its names is taken for one with these.</param>
    public VersionEntry? WithModel(string digest, string namesDigest) =>
        Preferred(this.Versions.Where(version => version.ModelDigest == digest && (version.NamesDigest.Length == 0 || version.NamesDigest == namesDigest)));

    /// <summary>The version that was made by that recipe, chosen as <see cref="WithModel"/> does.</summary>
    /// <param name="digest">A recipe digest.</param>
    public VersionEntry? WithRecipe(string digest) => Preferred(this.Versions.Where(version => version.RecipeDigest == digest));

    /// <summary>The version that a name means: <c>1.2.0</c>, the beginning of an id (4 digits or more), an environment, <c>parent</c>, or the version of a build (<c>1.2.0-dev.g1a2b3c4d</c>).</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="StoreException">No version has that name, or several have.</exception>
    public VersionEntry Resolve(string name) => new VersionNames(this).Resolve(name);

    /// <summary>The environment of that name; one without events where nothing was promoted to it.</summary>
    /// <param name="name">The environment's name.</param>
    /// <exception cref="StoreException">The name is refused, or an event is damaged.</exception>
    public LineageEnvironment Environment(string name)
    {
        StoreNames.RequireEnvironment(name);
        return this.Environments.FirstOrDefault(environment => environment.Name == name) ?? new LineageEnvironment(name, []);
    }

    /// <summary>Reads a version's whole record and proves that it is unaltered.</summary>
    /// <param name="version">The version.</param>
    /// <exception cref="StoreException">The record is damaged or gone.</exception>
    public VersionRecord Read(VersionEntry version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return RecordFile.Read(this.folder, Path.Combine(StorePlaces.Versions(this.folder, this.ModelName), RecordFile.Name(version.Id)), VersionRecord.Read);
    }

    private IEnumerable<StoreException> MissingParents() =>
        from version in this.Versions
        from parent in version.Parents
        where !this.byId.ContainsKey(parent)
        group version by parent into followers
        let path = Path.Combine(StorePlaces.Versions(this.folder, this.ModelName), RecordFile.Name(followers.Key))
        where !File.Exists(path)
        select new StoreException(
            StoreDiagnostics.MissingRecord, $"The record that version {followers.First().Name} follows is missing. {RecordFile.HowToRestore(path)}", path);

    private static bool Take(VersionEntry? entry, List<VersionEntry> versions)
    {
        if (entry is not null)
        {
            versions.Add(entry);
        }

        return entry is not null;
    }

    private static VersionEntry? TryRead(StoreFolder folder, string path, string model, List<StoreException> problems)
    {
        try
        {
            VersionRecord record = RecordFile.Read(folder, path, VersionRecord.Read);
            return record.Name == model
                ? VersionEntry.Of(RecordFile.IdOf(Path.GetFileName(path))!, record)
                : throw new FormatException($"It is a record of the model {StoreNames.Shown(record.Name)}.");
        }
        catch (StoreException exception)
        {
            problems.Add(exception);
        }
        catch (FormatException exception)
        {
            problems.Add(new StoreException(StoreDiagnostics.DamagedRecord, $"{path} is no committed version of {model}: {exception.Message}", path));
        }

        return null;
    }

    private static IReadOnlyList<VersionEntry> FindLeaves(IReadOnlyList<VersionEntry> versions, IEnumerable<KeyValuePair<string, Retirement>> retirements)
    {
        HashSet<string> followed = new(versions.SelectMany(version => version.Parents), StringComparer.Ordinal);
        followed.UnionWith(retirements.Select(retirement => retirement.Value.VersionId));
        return [.. versions.Where(version => !followed.Contains(version.Id))];
    }

    private static VersionEntry? Preferred(IEnumerable<VersionEntry> versions) =>
        versions.OrderByDescending(version => version.Number).ThenBy(version => version.Id, StringComparer.Ordinal).FirstOrDefault();
}

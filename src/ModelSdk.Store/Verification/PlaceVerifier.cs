using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Store.Files;

namespace ModelSdk.Store.Verification;

/// <summary>Finds models, records and objects in their places, and reports everything else. What is foreign is not entered.</summary>
/// <param name="folder">The store.</param>
/// <param name="findings">Takes foreign files, refused names and links.</param>
internal sealed class PlaceVerifier(StoreFolder folder, FindingCollector findings)
{
    private static readonly string[] OfModel = [StorePlaces.VersionsName, StorePlaces.EnvironmentsName, StorePlaces.RetirementsName];

    /// <summary>The models that have a folder.</summary>
    public IReadOnlyList<string> Models()
    {
        IReadOnlyList<string> models = this.Parts(folder.Root, this.KindInRoot);
        foreach (string model in models)
        {
            this.Parts(folder.At(model), entry => PartWhere(entry.IsFolder && OfModel.Contains(entry.Name)));
        }

        return models;
    }

    /// <summary>The environments of a model.</summary>
    public IReadOnlyList<string> Environments(string model) => this.Parts(
        StorePlaces.Environments(folder, model),
        entry => !entry.IsFolder || entry.Name[0] == '.' ? PlaceKind.Foreign : StoreNames.IsEnvironment(entry.Name) ? PlaceKind.Part : PlaceKind.Misnamed);

    /// <summary>The ids of the records in a folder; their content is not looked at.</summary>
    public IReadOnlyList<string> Records(string directory) =>
        [.. this.Parts(directory, entry => PartWhere(!entry.IsFolder && RecordFile.IdOf(entry.Name) is not null)).Select(name => RecordFile.IdOf(name)!)];

    /// <summary>The digests of the objects; their content is not looked at.</summary>
    public IReadOnlyList<string> Objects()
    {
        string objects = folder.At(StorePlaces.ObjectsName);
        this.Parts(objects, entry => entry is { IsFolder: true, Name: "local" } ? PlaceKind.PassedOver : PartWhere(entry is { IsFolder: true, Name: StorePlaces.Sha256Name }));
        string sha256 = Path.Combine(objects, StorePlaces.Sha256Name);
        return
        [
            .. this.Parts(sha256, entry => PartWhere(entry.IsFolder && IsHexadecimal(entry.Name, 2)))
                .SelectMany(first => this.Parts(Path.Combine(sha256, first), IsRest).Select(rest => first + rest)),
        ];

        static PlaceKind IsRest(StoreEntry entry) => PartWhere(!entry.IsFolder && IsHexadecimal(entry.Name, VersionId.Length - 2));
    }

    private static PlaceKind PartWhere(bool isPart) => isPart ? PlaceKind.Part : PlaceKind.Foreign;

    private static bool IsHexadecimal(string name, int length) => name.Length == length && name.All(char.IsAsciiHexDigitLower);

    private PlaceKind KindInRoot(StoreEntry entry)
    {
        if (entry.Name is StoreFolder.Local or StorePlaces.ObjectsName or ".gitignore" or ".gitattributes")
        {
            bool isFolder = entry.Name is StoreFolder.Local or StorePlaces.ObjectsName;
            return entry.IsFolder == isFolder ? PlaceKind.PassedOver : PlaceKind.Foreign;
        }

        IReadOnlyList<StoreEntry> content = entry.IsFolder ? this.Entries(entry.Path) : [];
        bool isNamed = StoreNames.IsModel(entry.Name);
        if (content.Any(inner => OfModel.Contains(inner.Name)))
        {
            return isNamed ? PlaceKind.Part : PlaceKind.Misnamed;
        }

        // An empty folder may be left from a branch that had the model.
        return entry.IsFolder && isNamed && content.Count == 0 ? PlaceKind.PassedOver : PlaceKind.Foreign;
    }

    private IReadOnlyList<string> Parts(string directory, Func<StoreEntry, PlaceKind> kindOf)
    {
        List<string> parts = [];
        foreach (StoreEntry entry in this.Entries(directory).Where(this.StaysInStore))
        {
            PlaceKind kind = kindOf(entry);
            if (kind == PlaceKind.Part)
            {
                parts.Add(entry.Name);
            }
            else if (kind != PlaceKind.PassedOver)
            {
                this.Report(entry, kind);
            }
        }

        return parts;
    }

    private void Report(StoreEntry entry, PlaceKind kind)
    {
        if (kind == PlaceKind.Misnamed)
        {
            findings.Add(StoreDiagnostics.InvalidName, entry.Path, $"{entry.Path} is the folder of a name that is refused, so nothing reads it. Move it out of the store.");
            return;
        }

        bool isLeft = !entry.IsFolder && entry.Name.EndsWith(AtomicFile.TemporaryEnding, StringComparison.Ordinal);
        findings.Add(
            StoreDiagnostics.ForeignFile,
            entry.Path,
            isLeft ? $"{entry.Path} was left by a writer that was interrupted. Delete it." : $"{entry.Path} is nothing that ModelSdk writes there. Move it out of the store.");
    }

    private IReadOnlyList<StoreEntry> Entries(string directory) =>
        findings.Try(directory, StoreDiagnostics.DamagedRecord, () => folder.Entries(directory)) ?? [];

    private bool StaysInStore(StoreEntry entry) => !entry.IsLink || findings.Try(entry.Path, StoreDiagnostics.LinkOutOfStore, () =>
    {
        folder.RefuseLinksOut(entry.Path);
        return entry.Path;
    }) is not null;
}

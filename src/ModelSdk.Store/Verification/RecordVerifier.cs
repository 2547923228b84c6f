using ModelSdk.Contracts.Diagnostics;

namespace ModelSdk.Store.Verification;

/// <summary>Reads every record of a model, and looks for the records that it names.</summary>
/// <param name="folder">The store.</param>
/// <param name="places">Finds the records.</param>
/// <param name="findings">Takes damaged, misplaced and missing records.</param>
internal sealed class RecordVerifier(StoreFolder folder, PlaceVerifier places, FindingCollector findings)
{
    private readonly Dictionary<string, string> namedObjects = new(StringComparer.Ordinal);

    /// <summary>The digests of the objects that records name, each with what it is.</summary>
    public IReadOnlyDictionary<string, string> NamedObjects => this.namedObjects;

    /// <summary>The number of version records so far.</summary>
    public int Versions { get; private set; }

    /// <summary>The number of events so far.</summary>
    public int Events { get; private set; }

    /// <summary>The number of retirements so far.</summary>
    public int Retirements { get; private set; }

    /// <summary>The bytes of all records so far.</summary>
    public long BytesHashed { get; private set; }

    /// <summary>Verifies a model's records.</summary>
    /// <param name="model">The model.</param>
    public void Verify(string model)
    {
        string directory = StorePlaces.Versions(folder, model);
        HashSet<string> versions = [.. places.Records(directory)];
        this.Versions += versions.Count;
        foreach (string id in versions)
        {
            this.VerifyVersion(model, PathOf(directory, id), versions);
        }

        foreach (string environment in places.Environments(model))
        {
            this.VerifyEvents(model, environment, versions);
        }

        this.VerifyRetirements(model, versions);
    }

    private static string PathOf(string directory, string id) => Path.Combine(directory, RecordFile.Name(id));

    private void VerifyVersion(string model, string path, HashSet<string> versions)
    {
        if (this.Read(path, text => StoredRecord.Version(text, model)) is not { Commit: { } commit } record)
        {
            return;
        }

        this.RequireAll(path, $"Version {record.Version} of {model} follows", record.Parents, versions, StorePlaces.Versions(folder, model));
        this.Name(path, record.ModelDigest, $"the model of {model} {record.Version}");
        this.Name(path, commit.TrainingObject, $"the training record of {model} {record.Version}");
        this.Name(path, commit.EvaluationObject, $"the evaluation of {model} {record.Version}");
    }

    private void VerifyEvents(string model, string environment, HashSet<string> versions)
    {
        string directory = Path.Combine(StorePlaces.Environments(folder, model), environment);
        HashSet<string> events = [.. places.Records(directory)];
        this.Events += events.Count;
        foreach (string path in events.Select(id => PathOf(directory, id)))
        {
            if (this.Read(path, text => StoredRecord.Event(text, model, environment)) is { } happened)
            {
                this.RequireAll(path, $"An event of {environment} follows", happened.Previous, events, directory);
                this.RequireAll(path, $"An event of {environment} puts in place version {happened.Version}:", [happened.VersionId], versions, StorePlaces.Versions(folder, model));
            }
        }
    }

    private void VerifyRetirements(string model, HashSet<string> versions)
    {
        string directory = StorePlaces.Retirements(folder, model);
        IReadOnlyList<string> retirements = places.Records(directory);
        this.Retirements += retirements.Count;
        foreach (string path in retirements.Select(id => PathOf(directory, id)))
        {
            if (this.Read(path, text => StoredRecord.Retirement(text, model)) is { } retirement)
            {
                this.RequireAll(path, $"A retirement of {model} ends version {retirement.Version}:", [retirement.VersionId], versions, StorePlaces.Versions(folder, model));
            }
        }
    }

    private T? Read<T>(string path, Func<string, T> read)
        where T : class => findings.Try(path, StoreDiagnostics.DamagedRecord, () =>
        {
            this.BytesHashed += new FileInfo(path).Length;
            return RecordFile.Read(folder, path, read);
        });

    private void RequireAll(string path, string what, IReadOnlyList<string> ids, HashSet<string> there, string directory)
    {
        foreach (string id in ids.Where(id => !there.Contains(id)))
        {
            findings.Add(
                StoreDiagnostics.MissingRecord,
                path,
                $"{what} {VersionId.Abbreviate(id)}, whose record is not in the store. {RecordFile.HowToRestore(PathOf(directory, id))}");
        }
    }

    private void Name(string path, string digest, string what)
    {
        if (VersionId.IsComplete(digest))
        {
            this.namedObjects.TryAdd(digest, what);
        }
        else
        {
            findings.Add(StoreDiagnostics.DamagedRecord, path, $"{path} names {StoreNames.Shown(digest)} as {what}, which is not the SHA-256 of an object.");
        }
    }
}

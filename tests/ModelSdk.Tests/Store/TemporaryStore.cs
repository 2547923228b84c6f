using System.Text;
using ModelSdk.Contracts.Digests;
using ModelSdk.Contracts.Versions;
using ModelSdk.Store;
using ModelSdk.Store.Verification;

namespace ModelSdk.Tests.Store;

/// <summary>A store in a folder of its own, which goes with it, and short ways to fill it.</summary>
internal sealed class TemporaryStore : IDisposable
{
    public const string Model = "Churn";

    public static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modelsdk-store-");

    public TemporaryStore() => this.Store = new ModelStore(Path.Combine(this.folder.FullName, ".models"));

    public ModelStore Store { get; }

    public string Root => this.Store.Root;

    /// <summary>A folder beside the store.</summary>
    public string Outside => this.folder.CreateSubdirectory("outside").FullName;

    public Lineage Lineage => this.Store.Lineage(Model);

    public string IndexFile => this.At(".local", Model + ".index");

    public static VersionRecord Record(string version, params string[] parents) => new(
        Model, version, Sha256Digest.Of("model " + version), Sha256Digest.Of("data " + version), Sha256Digest.Of("recipe " + version))
    {
        Project = "src/Churn.csproj",
        Parents = [.. parents.Order(StringComparer.Ordinal)],
        ContractDigest = Sha256Digest.Of("contract"),
        Commit = new CommitFacts("Ada <ada@example.com>", Start, "Because of " + version)
        {
            TrainingObject = Sha256Digest.Of("training " + version),
            EvaluationObject = Sha256Digest.Of("evaluation " + version),
        },
    };

    public string At(params string[] parts) => Path.Combine([this.Root, .. parts]);

    public string VersionFile(string id) => this.At(Model, "versions", id + ".json");

    public string EventFile(string environment, string id) => this.At(Model, "environments", environment, id + ".json");

    public StoreWriter Open() => this.Store.OpenForWriting(() => { }, CancellationToken.None);

    /// <summary>Adds a version with the objects that <see cref="Record"/> names.</summary>
    public string Add(string version, params string[] parents) => this.Add(Record(version, parents));

    public string Add(VersionRecord record)
    {
        using StoreWriter writer = this.Open();
        foreach (string what in new[] { "model ", "training ", "evaluation " })
        {
            writer.AddObject(Encoding.UTF8.GetBytes(what + record.Version));
        }

        return writer.AddVersion(record);
    }

    public string Promote(string environment, string id, params string[] previous) => this.Event(EnvironmentEventKind.Promotion, environment, id, previous);

    public string RollBack(string environment, string id, params string[] previous) => this.Event(EnvironmentEventKind.Rollback, environment, id, previous);

    public string Event(EnvironmentEventKind kind, string environment, string id, IReadOnlyList<string> previous, DateTimeOffset? time = null)
    {
        using StoreWriter writer = this.Open();
        string number = this.Lineage.Find(id)?.Number.ToString() ?? "?";
        return writer.AddEvent(new EnvironmentEvent(Model, environment, kind, id, number)
        {
            Previous = previous, Author = "Grace", Reason = "Tested", Time = time ?? Start.AddHours(previous.Count),
        });
    }

    public string Retire(string id)
    {
        using StoreWriter writer = this.Open();
        return writer.AddRetirement(new Retirement(Model, id, "0.1.0") { Author = "Ada", Reason = "Ended", Time = Start });
    }

    /// <summary>Writes a text as a record that has the right name, and returns its path.</summary>
    public string Forge(string text, params string[] directory)
    {
        string path = this.At([.. directory, Sha256Digest.Of(text) + ".json"]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>The codes and files that the verifier reports, relative to the store.</summary>
    public IReadOnlyList<string> Findings() =>
        [.. StoreVerifier.Verify(this.Store).Findings.Select(finding => $"{finding.Diagnostic.Code} {Path.GetRelativePath(this.Root, finding.File).Replace('\\', '/')}")];

    public void Dispose() => this.folder.Delete(recursive: true);
}

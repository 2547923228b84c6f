using System.Globalization;
using ModelSdk.Contracts.Digests;
using ModelSdk.Contracts.Json;
using ModelSdk.Contracts.Versions;
using ModelSdk.Store;

namespace ModelSdk.Benchmarks;

/// <summary>
/// A store in a temporary folder. A lineage is a chain in which every fiftieth version is a fork that the next one merges. The records are written
/// without a flush for each, which would make the set-up minutes long; all versions share their objects.
/// </summary>
internal sealed class BenchmarkStore
{
    private const int ObjectLength = 16 * 1024;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modelsdk-benchmark-");
    private readonly string sharedObject;

    public BenchmarkStore(StoreSize size)
    {
        this.Store = new ModelStore(Path.Combine(this.folder.FullName, ".models"));
        using (StoreWriter writer = this.Open())
        {
            this.sharedObject = writer.AddObject(new byte[ObjectLength]);
        }

        foreach (int model in Enumerable.Range(0, size.Models))
        {
            this.WriteLineage(Name(model), size.Versions);
        }
    }

    public ModelStore Store { get; }

    public static string Name(int model) => string.Create(CultureInfo.InvariantCulture, $"Model{model}");

    public string IndexOf(string model) => Path.Combine(this.Store.Root, ".local", model + ".index");

    public string RecordOf(string model, string id) => Path.Combine(this.Store.Root, model, "versions", id + ".json");

    public StoreWriter Open() => this.Store.OpenForWriting(() => { }, CancellationToken.None);

    /// <summary>An object that no version has yet.</summary>
    public static byte[] NewObject()
    {
        byte[] bytes = new byte[ObjectLength];
        Guid.NewGuid().TryWriteBytes(bytes);
        return bytes;
    }

    public VersionRecord Record(string model, string version, IEnumerable<string> parents) => new(
        model, version, this.sharedObject, Sha256Digest.Of("data " + version), Sha256Digest.Of("recipe " + version))
    {
        Project = $"src/services/{model}/{model}.csproj",
        Task = "BinaryClassification",
        Trainer = "Logistic",
        Options = [.. Enumerable.Range(0, 8).Select(option => new KeyValuePair<string, string>($"Option{option}", "0.125"))],
        Metrics = [.. Enumerable.Range(1, 12).Select(metric => new KeyValuePair<string, double>($"Metric{metric}", 1.0 / metric))],
        Gates = JsonValue.Of(Enumerable.Range(1, 4).Select(gate =>
            JsonReader.Parse($$"""{"metric":"Metric{{gate}}","minimum":0.125,"outcome":"passed","slice":"Region=EU","value":0.25}"""))),
        SdkVersion = "1.0.0",
        Parents = [.. parents.Order(StringComparer.Ordinal)],
        ContractDigest = Sha256Digest.Of("contract"),
        TestDigest = Sha256Digest.Of("test"),
        Changes = JsonReader.Parse("""[{"bump":"minor","text":"feature \"income\" is new and optional (numeric)"}]"""),
        Commit = new CommitFacts("Ada Lovelace <ada@example.com>", DateTimeOffset.UnixEpoch, "Take the data of the last month and look at the weights again")
        {
            TrainingObject = this.sharedObject, EvaluationObject = this.sharedObject,
        },
    };

    public void Delete() => this.folder.Delete(recursive: true);

    private void WriteLineage(string model, int versions)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this.RecordOf(model, ""))!);
        List<string> ids = [];
        for (int number = 0; number < versions; number++)
        {
            string text = this.Record(model, string.Create(CultureInfo.InvariantCulture, $"0.{number}.0"), ParentsOf(number, ids)).ToJson();
            ids.Add(Sha256Digest.Of(text));
            File.WriteAllText(this.RecordOf(model, ids[^1]), text);
        }
    }

    private static IEnumerable<string> ParentsOf(int number, List<string> ids) => (number % 50) switch
    {
        0 when number > 0 => [ids[^2]],
        1 when number > 1 => [ids[^1], ids[^2]],
        _ => ids.TakeLast(1),
    };
}

using System.Globalization;
using BenchmarkDotNet.Attributes;
using ModelSdk.Contracts.Versions;
using ModelSdk.Store;

namespace ModelSdk.Benchmarks;

/// <summary>What commands do with a lineage, by the number of its versions; the last store has many models instead.</summary>
[MemoryDiagnoser]
[MinColumn]
public class StoreBenchmarks
{
    private readonly string model = BenchmarkStore.Name(0);

    private BenchmarkStore store = null!;
    private Lineage lineage = null!;
    private VersionEntry middle = null!;
    private int patch;

    /// <summary>The sizes.</summary>
    public static IEnumerable<StoreSize> Sizes => [new(1, 10), new(1, 100), new(1, 1000), new(1, 10000), new(500, 20)];

    /// <summary>Models and versions.</summary>
    [ParamsSource(nameof(Sizes))]
    public StoreSize Size { get; set; } = new(1, 10);

    /// <summary>Writes the store and its index.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        this.store = new BenchmarkStore(this.Size);
        this.lineage = this.store.Store.Lineage(this.model);
        this.middle = this.lineage.Resolve(string.Create(CultureInfo.InvariantCulture, $"0.{this.Size.Versions / 2}.0"));
    }

    /// <summary>Removes the store.</summary>
    [GlobalCleanup]
    public void CleanUp() => this.store.Delete();

    /// <summary>Opens the lineage; the index knows every record.</summary>
    [Benchmark(Baseline = true)]
    public int Open() => this.store.Store.Lineage(this.model).Versions.Count;

    /// <summary>Opens the lineage as the first command after a clone does: every record is read, and the index written.</summary>
    [Benchmark]
    public int OpenWithoutIndex()
    {
        File.Delete(this.store.IndexOf(this.model));
        return this.store.Store.Lineage(this.model).Versions.Count;
    }

    /// <summary>Finds a version of an open lineage by its recipe and by its number, and reads the record, as <c>show</c> does.</summary>
    [Benchmark]
    public VersionRecord? Show() =>
        this.lineage.WithRecipe(this.middle.RecipeDigest) == this.lineage.Resolve(this.middle.Number.ToString()) ? this.lineage.Read(this.middle) : null;

    /// <summary>
    /// Adds a version with three new objects that follows the leaves, as <c>commit</c> does: lock, open, four files flushed to disk. The record is
    /// deleted at once, so that the lineage stays as long as it was.
    /// </summary>
    [Benchmark]
    public void Commit()
    {
        using StoreWriter writer = this.store.Open();
        IReadOnlyList<VersionEntry> leaves = this.store.Store.Lineage(this.model).Leaves;
        string version = string.Create(CultureInfo.InvariantCulture, $"1.0.{this.patch++}");
        VersionRecord record = this.store.Record(this.model, version, leaves.Select(leaf => leaf.Id));
        string id = writer.AddVersion(record with
        {
            ModelDigest = writer.AddObject(BenchmarkStore.NewObject()),
            Commit = record.Commit! with
            {
                TrainingObject = writer.AddObject(BenchmarkStore.NewObject()), EvaluationObject = writer.AddObject(BenchmarkStore.NewObject()),
            },
        });
        File.Delete(this.store.RecordOf(this.model, id));
    }
}

using System.Text;
using ModelSdk.Contracts.Json;
using ModelSdk.Contracts.Versions;
using ModelSdk.Store;
using ModelSdk.Store.Verification;

namespace ModelSdk.Tests.Store;

public sealed class GoldenStoreTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modelsdk-golden-");

    private static string Committed => Path.Combine(AppContext.BaseDirectory, "TestData", "golden-store", "format-1");

    public void Dispose() => this.folder.Delete(recursive: true);

    [Fact]
    public void Every_later_release_reads_the_stores_of_format_1()
    {
        string root = this.folder.CreateSubdirectory("copy").FullName;
        Copy(Committed, root);
        ModelStore store = new(root);
        Assert.Equal([GoldenStore.Model], store.ModelNames());

        Lineage lineage = store.Lineage(GoldenStore.Model);
        Assert.Empty(lineage.Problems);
        Assert.Equal(["0.1.0", "0.1.1", "0.2.0", "1.0.0"], lineage.Versions.Select(version => version.Number).Order().Select(number => number.ToString()));
        Assert.Equal("1.0.0", Assert.Single(lineage.Leaves).Number.ToString());
        AssertFirst(store, lineage);
        AssertMerged(lineage);
        AssertEnvironment(lineage);
        AssertRetirement(lineage);
        AssertReport(StoreVerifier.Verify(store));
    }

    [Fact]
    public void This_release_writes_format_1_to_the_byte()
    {
        string root = Environment.GetEnvironmentVariable("MODELSDK_WRITE_GOLDEN_STORE") ?? Path.Combine(this.folder.FullName, "written");
        GoldenStore.Write(root);
        Directory.Delete(Path.Combine(root, ".local"), recursive: true);
        Assert.Equal(Files(Committed), Files(root));
    }

    private static void AssertFirst(ModelStore store, Lineage lineage)
    {
        VersionEntry entry = lineage.Resolve("0.1.0");
        VersionRecord record = lineage.Read(entry);
        Assert.Equal("4d21aee2", entry.Id[..8]);
        Assert.Equal(
            ("Churn", "src/Churn/Churn.csproj", "0.1.0", "BinaryClassification", "Logistic", "1.0.0", ""),
            (record.Name, record.Project, record.Version, record.Task, record.Trainer, record.SdkVersion, record.Id));
        Assert.Equal([new("Calibration", "None"), new("Regularization", "0.5")], record.Options);
        Assert.Equal([new("Auc", 0.875), new("BrierScore", 1e-7)], record.Metrics);
        Assert.Equal("""[{"metric":"Auc","minimum":0.8,"outcome":"passed","value":0.875}]""", JsonText.Canonical(record.Gates!));
        Assert.Empty(record.Parents);
        Assert.Null(record.Waivers);
        Assert.Null(record.Changes);
        string[] digests = [record.ModelDigest, record.DataDigest, record.RecipeDigest, record.ContractDigest, record.TestDigest];
        Assert.Equal(["26109894", "6f7eabeb", "5efd659c", "ece9f371", "8ad9ecdf"], digests.Select(digest => digest[..8]));

        CommitFacts commit = record.Commit!;
        Assert.Equal("Åse Ødegård <ase@example.com>", commit.Author);
        Assert.Equal(new DateTimeOffset(2026, 1, 31, 23, 59, 58, TimeSpan.Zero), commit.Time);
        Assert.Equal("Reason of 0.1.0 — α\nand a second line", commit.Reason);
        AssertObject(store, record.ModelDigest, "model 0.1.0");
        AssertObject(store, commit.TrainingObject, "training 0.1.0");
        AssertObject(store, commit.EvaluationObject, "evaluation 0.1.0");
    }

    private static void AssertObject(ModelStore store, string digest, string start) =>
        Assert.Equal([.. Encoding.UTF8.GetBytes(start + "\r\nline\n"), 0x00, 0xff, 0x0d], store.Objects.Read(digest, start));

    private static void AssertMerged(Lineage lineage)
    {
        VersionEntry entry = lineage.Resolve("1.0.0");
        VersionRecord record = lineage.Read(entry);
        Assert.True(entry.IsWaived);
        Assert.Equal("Reason of 1.0.0 — α", entry.Reason);
        Assert.Equal(["0.1.1", "0.2.0"], record.Parents.Select(parent => lineage.Find(parent)!.Number).Order().Select(number => number.ToString()));
        Assert.Equal("""[{"expires":"2027-01-31","metric":"Recall","reason":"Too few rows"}]""", JsonText.Canonical(record.Waivers!));
        Assert.Equal("""[{"bump":"major","text":"feature \"region\" was removed"}]""", JsonText.Canonical(record.Changes!));
        Assert.NotEqual(lineage.Resolve("0.2.0").ContractDigest, record.ContractDigest);
    }

    private static void AssertEnvironment(Lineage lineage)
    {
        LineageEnvironment environment = Assert.Single(lineage.Environments);
        Assert.Equal("production", environment.Name);
        Assert.Equal(
            [(EnvironmentEventKind.Promotion, "0.1.0"), (EnvironmentEventKind.Promotion, "1.0.0"), (EnvironmentEventKind.Rollback, "0.1.0")],
            environment.Events.Select(entry => (entry.Value.Kind, entry.Value.Version)));
        EnvironmentEvent last = Assert.Single(environment.Heads).Value;
        Assert.Equal(("Churn", "production", "Reason of day 6", "Grace <grace@example.com>"), (last.Model, last.Environment, last.Reason, last.Author));
        Assert.Equal(new DateTimeOffset(2026, 2, 6, 23, 59, 58, TimeSpan.Zero), last.Time);
        Assert.Equal([environment.Events[1].Key], last.Previous);
        Assert.Equal(lineage.Resolve("0.1.0").Id, last.VersionId);
        Assert.Equal([last.VersionId], environment.Standing());
        Assert.Equal("0.1.0", lineage.Resolve("production").Number.ToString());
    }

    private static void AssertRetirement(Lineage lineage)
    {
        Retirement retirement = Assert.Single(lineage.Retirements).Value;
        Assert.Equal(
            new Retirement("Churn", lineage.Resolve("0.1.1").Id, "0.1.1")
            {
                Reason = "Its data was wrong", Author = "Grace <grace@example.com>", Time = new DateTimeOffset(2026, 2, 7, 23, 59, 58, TimeSpan.Zero),
            },
            retirement);
    }

    private static void AssertReport(StoreReport report)
    {
        Assert.Empty(report.Findings);
        Assert.Equal((1, 4, 3, 1, 12, 0), (report.Models, report.Versions, report.Events, report.Retirements, report.Objects, report.UnreferencedObjects));
    }

    private static IEnumerable<string> Files(string root) =>
        Directory.GetFiles(root, "*", SearchOption.AllDirectories)
            .Select(path => $"{Path.GetRelativePath(root, path).Replace('\\', '/')} {Convert.ToHexStringLower(File.ReadAllBytes(path))}")
            .Order(StringComparer.Ordinal);

    private static void Copy(string from, string to)
    {
        foreach (string path in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }
    }
}

using System.Text;
using ModelSdk.Contracts.Digests;
using ModelSdk.Contracts.Json;
using ModelSdk.Contracts.Versions;
using ModelSdk.Store;

namespace ModelSdk.Tests.Store;

/// <summary>
/// Writes the store of TestData/golden-store: four versions, one of them merged, an environment and a retirement. When a format changes, the
/// committed folder stays as it is; change this class, and let it write <c>format-2</c> by setting MODELSDK_WRITE_GOLDEN_STORE to that path and
/// running <see cref="GoldenStoreTests.This_release_writes_format_1_to_the_byte"/>.
/// </summary>
internal static class GoldenStore
{
    public const string Model = "Churn";

    private static readonly DateTimeOffset Start = new(2026, 1, 31, 23, 59, 58, TimeSpan.Zero);

    public static void Write(string root)
    {
        using StoreWriter writer = new ModelStore(root).OpenForWriting(() => { }, CancellationToken.None);
        string first = AddVersion(writer, "0.1.0", 0);
        string left = AddVersion(writer, "0.2.0", 1, first);
        string right = AddVersion(writer, "0.1.1", 2, first);
        string merged = AddVersion(writer, "1.0.0", 3, left, right);

        string promoted = AddEvent(writer, EnvironmentEventKind.Promotion, first, "0.1.0", 4);
        string next = AddEvent(writer, EnvironmentEventKind.Promotion, merged, "1.0.0", 5, promoted);
        AddEvent(writer, EnvironmentEventKind.Rollback, first, "0.1.0", 6, next);
        writer.AddRetirement(new Retirement(Model, right, "0.1.1")
        {
            Reason = "Its data was wrong", Author = "Grace <grace@example.com>", Time = Start.AddDays(7),
        });
    }

    private static string AddVersion(StoreWriter writer, string version, int day, params string[] parents)
    {
        bool isMerged = parents.Length > 1;
        return writer.AddVersion(new VersionRecord(Model, version, Add(writer, "model", version), Digest("data", version), Digest("recipe", version))
        {
            Project = "src/Churn/Churn.csproj",
            Task = "BinaryClassification",
            Trainer = "Logistic",
            Options = [new("Calibration", "None"), new("Regularization", "0.5")],
            Metrics = [new("Auc", 0.875), new("BrierScore", 1e-7)],
            Gates = JsonReader.Parse("""[{"metric":"Auc","minimum":0.8,"outcome":"passed","value":0.875}]"""),
            SdkVersion = "1.0.0",
            Parents = [.. parents.Order(StringComparer.Ordinal)],
            ContractDigest = Digest("contract", isMerged ? "new" : "old"),
            TestDigest = Digest("test", "all"),
            Waivers = isMerged ? JsonReader.Parse("""[{"expires":"2027-01-31","metric":"Recall","reason":"Too few rows"}]""") : null,
            Changes = parents.Length == 0 ? null : JsonReader.Parse("""[{"bump":"major","text":"feature \"region\" was removed"}]"""),
            Commit = new CommitFacts("Åse Ødegård <ase@example.com>", Start.AddDays(day), $"Reason of {version} — α\nand a second line")
            {
                TrainingObject = Add(writer, "training", version), EvaluationObject = Add(writer, "evaluation", version),
            },
        });
    }

    private static string AddEvent(StoreWriter writer, EnvironmentEventKind kind, string id, string version, int day, params string[] previous) =>
        writer.AddEvent(new EnvironmentEvent(Model, "production", kind, id, version)
        {
            Previous = previous, Reason = $"Reason of day {day}", Author = "Grace <grace@example.com>", Time = Start.AddDays(day),
        });

    // Line ends and bytes that are no text: whatever converts files would change them.
    private static string Add(StoreWriter writer, string what, string version) =>
        writer.AddObject([.. Encoding.UTF8.GetBytes($"{what} {version}\r\nline\n"), 0x00, 0xff, 0x0d]);

    private static string Digest(string what, string of) => Sha256Digest.Of($"{what} of {of}");
}

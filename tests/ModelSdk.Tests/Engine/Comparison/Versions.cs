using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Comparison;
using ModelSdk.Engine.Profiles;
using ModelSdk.Engine.Training.Linear;
using ModelSdk.Tests.Engine.Training;

namespace ModelSdk.Tests.Engine.Comparison;

/// <summary>Versions to compare.</summary>
internal static class Versions
{
    public static VersionRecord Record(string seed = "1", params (string Name, double Value)[] metrics) => new("Churn", "1.0.0", "model" + seed, "data" + seed, "recipe" + seed)
    {
        TestDigest = "test",
        Trainer = "LogisticRegression",
        SdkVersion = "1.0.0",
        Metrics = [.. metrics.Select(metric => new KeyValuePair<string, double>(metric.Name, metric.Value))],
    };

    /// <summary>A version that was trained from a table.</summary>
    public static ComparedVersion Trained(string name, TestTable table, params (string Name, double Value)[] metrics)
    {
        ModelFile model = Fits.File(table, new LogisticRegression());
        VersionRecord record = Record(name, metrics) with { ModelDigest = ModelFile.Digest(model.ToBytes()) };
        return new ComparedVersion(name, record) { Model = model, Profile = TableProfiler.Of(table.Table), TrainingRows = table.AllRows.Length };
    }

    public static VersionDifference Compare(VersionRecord before, VersionRecord after) => VersionComparer.Compare(new("1.1.0", before), new("1.2.0", after));
}

using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Comparison;
using ModelSdk.Engine.Gates;

namespace ModelSdk.Tests.Engine.Comparison;

/// <summary>Differences to write.</summary>
internal static class Differences
{
    public static VersionDifference None { get; } = new("Churn", "1.1.0", "1.2.0")
    {
        SameModel = true,
        Metrics = [new("RocAuc", 0.9, 0.9, MetricVerdict.Same)],
        Contract = [],
        Coefficients = [],
        Data = new DataDifference(true) { Rows = new(100, 100), Drift = [] },
    };

    public static VersionDifference Some { get; } = new("Churn", "1.1.0", "1.2.0")
    {
        Metrics = [new("RocAuc", 0.90431, 0.90434, MetricVerdict.Better), new("LogLoss", 0.35, 0.4, MetricVerdict.Worse), new("F1", null, 0.5, MetricVerdict.Unknown)],
        Contract = [new(VersionBump.Major, "feature \"a|b\" was removed"), new(VersionBump.Minor, "feature \"c\" is new and optional (numeric)")],
        Options = [new("Seed", "1", null)],
        Gates = [new(GateChangeKind.Loosened, "Min on RocAuc went from 0.90 to 0.85"), new(GateChangeKind.Added, "Max on LogLoss (0.5) was added")],
        Data = new DataDifference(false)
        {
            Rows = new(900, 1000),
            TrainingRows = new(null, 800),
            ColumnsAdded = ["c"],
            ColumnsRemoved = ["a|b"],
            Drift = [new("Age", 0.31234567, "mean 12.3 → 14.1"), new("Region", 0.05, "\"EU\" 61 %")],
        },
        Coefficients = [.. Enumerable.Range(0, 25).Select(index => new CoefficientDifference("yes", $"x{index:D2}", index, index + 1, 25 - index))],
        Notes = ["Something is not known."],
    };
}

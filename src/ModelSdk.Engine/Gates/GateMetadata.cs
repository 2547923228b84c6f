namespace ModelSdk.Engine.Gates;

/// <summary>The metadata of <c>&lt;MetricGate&gt;</c>. MSBuild compares metadata names without regard to case, and so do we.</summary>
internal static class GateMetadata
{
    public const string Severity = "Severity";

    public const string Baseline = "Baseline";

    public const string Environment = "Environment";

    /// <summary>The bounds, by the name of their metadata.</summary>
    public static IReadOnlyList<GateBoundKind> Bounds { get; } =
    [
        GateBoundKind.Min, GateBoundKind.Max, GateBoundKind.MaxDrop, GateBoundKind.MaxRise, GateBoundKind.MaxDropPercent, GateBoundKind.MaxRisePercent,
    ];

    /// <summary>What this version understands.</summary>
    public static IReadOnlyList<string> Valid { get; } = [.. Bounds.Select(kind => kind.ToString()), Baseline, Environment, Severity];

    /// <summary>What is planned: refused by name, since a gate that silently judges less than it says is worse than none.</summary>
    public static IReadOnlyList<string> Later { get; } = ["Slice", "MinRows", "Confidence", "OnInconclusive"];

    public static bool IsValid(string name) => Valid.Contains(name, StringComparer.OrdinalIgnoreCase);

    public static bool IsLater(string name) => Later.Contains(name, StringComparer.OrdinalIgnoreCase);
}

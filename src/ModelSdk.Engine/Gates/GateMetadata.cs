namespace ModelSdk.Engine.Gates;

/// <summary>The metadata of <c>&lt;MetricGate&gt;</c>. MSBuild compares metadata names without regard to case, and so do we.</summary>
internal static class GateMetadata
{
    public const string Min = "Min";

    public const string Max = "Max";

    public const string Severity = "Severity";

    /// <summary>What this version understands.</summary>
    public static IReadOnlyList<string> Valid { get; } = [Min, Max, Severity];

    /// <summary>What is planned: refused by name, since a gate that silently judges less than it says is worse than none.</summary>
    public static IReadOnlyList<string> Later { get; } =
        ["MaxDrop", "MaxRise", "MaxDropPercent", "MaxRisePercent", "Baseline", "Slice", "MinRows", "Confidence", "OnInconclusive"];

    public static bool IsValid(string name) => Valid.Contains(name, StringComparer.OrdinalIgnoreCase);

    public static bool IsLater(string name) => Later.Contains(name, StringComparer.OrdinalIgnoreCase);
}

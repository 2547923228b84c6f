using ModelSdk.Engine.Evaluation;

namespace ModelSdk.Engine.Baselines;

/// <summary>How a committed version did on the test rows that judge the new model.</summary>
/// <param name="Reference">How gates name it: <c>parent</c>, an environment, a version.</param>
/// <param name="VersionId">Its id; empty where the reference names no version.</param>
/// <param name="Version">Its number; empty where the reference names no version.</param>
public sealed record BaselineScore(string Reference, string VersionId, string Version)
{
    /// <summary>The metrics; null where it could not be scored.</summary>
    public MetricValues? Metrics { get; init; }

    /// <summary>How many test rows the new model decides otherwise; null where it could not be scored.</summary>
    public int? ChangedDecisions { get; init; }

    /// <summary>How many test rows were compared.</summary>
    public int Rows { get; init; }

    /// <summary>Why it could not be found or scored; null where it was.</summary>
    public string? Problem { get; init; }

    /// <summary>What a reader of the comparison should know; null where there is nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Version and reference, as messages name them: <c>1.1.0 (production)</c>.</summary>
    public string Name => this.Version.Length == 0 ? this.Reference : $"{this.Version} ({this.Reference})";
}

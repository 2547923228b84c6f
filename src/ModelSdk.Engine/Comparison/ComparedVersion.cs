using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Profiles;

namespace ModelSdk.Engine.Comparison;

/// <summary>One side of a comparison: a version's record, and as much else of the version as is at hand.</summary>
/// <param name="Name">How people call the version: <c>1.2.0</c>, <c>production</c>.</param>
/// <param name="Record">Its record.</param>
public sealed record ComparedVersion(string Name, VersionRecord Record)
{
    /// <summary>The model file; null where it is not at hand.</summary>
    public ModelFile? Model { get; init; }

    /// <summary>The evaluation; null where it is not at hand, and the metrics of the record stand for it.</summary>
    public ModelEvaluation? Evaluation { get; init; }

    /// <summary>What the training data looked like; null where that is not known.</summary>
    public TableProfile? Profile { get; init; }

    /// <summary>How many rows were fitted; null where that is not known.</summary>
    public int? TrainingRows { get; init; }

    /// <summary>The metrics of this version on the test rows of the other one, by name; null where it was not scored on them.</summary>
    public IReadOnlyList<KeyValuePair<string, double>>? RescoredMetrics { get; init; }

    /// <summary>What a reader of these metrics should know; null where there is nothing.</summary>
    public string? RescoredNote { get; init; }
}

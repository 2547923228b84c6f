namespace ModelSdk.Contracts.Versions;

/// <summary>What a commit adds to a record: who, when, why, and where the rest lies. A record that a build embeds has none of it.</summary>
/// <param name="Author">Who committed: <c>Name &lt;address&gt;</c> where git knows them.</param>
/// <param name="Time">When, in UTC, to the second.</param>
/// <param name="Reason">Why, never empty.</param>
public sealed record CommitFacts(string Author, DateTimeOffset Time, string Reason)
{
    /// <summary>SHA-256 of the object that holds <c>training.json</c>: rows, naive predictor, data profile.</summary>
    public string TrainingObject { get; init; } = "";

    /// <summary>SHA-256 of the object that holds <c>evaluation.json</c>.</summary>
    public string EvaluationObject { get; init; } = "";
}

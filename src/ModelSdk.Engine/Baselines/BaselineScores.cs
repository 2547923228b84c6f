namespace ModelSdk.Engine.Baselines;

/// <summary>Every version that the new model is compared with: its parents, and the baselines of the gates.</summary>
/// <param name="IsFirstVersion">Whether the lineage is empty, so that there is nothing to compare with.</param>
/// <param name="Scores">The versions, parents first.</param>
public sealed record BaselineScores(bool IsFirstVersion, IReadOnlyList<BaselineScore> Scores)
{
    /// <summary>The reference that means every parent.</summary>
    public const string Parent = "parent";

    /// <summary>Nothing to compare with.</summary>
    public static BaselineScores None { get; } = new(true, []);

    /// <summary>The versions that a reference means: one, or every parent.</summary>
    /// <param name="reference">As gates write it.</param>
    public IReadOnlyList<BaselineScore> Of(string reference) => [.. this.Scores.Where(score => score.Reference == reference)];
}

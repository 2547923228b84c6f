namespace ModelSdk.Engine.Profiles;

/// <summary>How far the distribution of one column moved.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Psi">The population stability index, at least 0; see <see cref="PopulationStability"/>.</param>
/// <param name="Text">What moved, for people: <c>mean 12.3 → 14.1, missing 0 % → 4 %</c> or <c>"EU" 61 % → 40 %</c>.</param>
public sealed record ColumnDrift(string Name, double Psi, string Text)
{
    /// <summary>The least index that is no longer <c>stable</c>.</summary>
    public const double ShiftedFrom = 0.1;

    /// <summary>The least index that is <c>moved</c>.</summary>
    public const double MovedFrom = 0.25;

    /// <summary>The index that chance alone exceeds about once in a hundred; see <see cref="PopulationStability.ByChance"/>.</summary>
    public double ByChance { get; init; }

    /// <summary>Whether the index is small, or no greater than chance makes it.</summary>
    public bool IsStable => this.Psi < Math.Max(ShiftedFrom, this.ByChance);

    /// <summary>The index in a word: <c>stable</c> below 0.1 or where chance explains it, <c>shifted</c> below 0.25, else <c>moved</c>.</summary>
    public string Level => this.IsStable ? "stable" : this.Psi < MovedFrom ? "shifted" : "moved";
}

namespace ModelSdk.Engine.Features;

/// <summary>A column of the design matrix.</summary>
/// <param name="Name">What it is called among the coefficients: <c>Age</c>, <c>Age (missing)</c>, <c>Region=EU</c>, <c>Region (other)</c>.</param>
/// <param name="Feature">The contract's column that it comes from.</param>
/// <param name="Mean">What was subtracted from the original values; 0 for indicators and in the native form.</param>
/// <param name="Scale">What the result was divided by; 1 for indicators and in the native form.</param>
public sealed record DesignColumn(string Name, string Feature, double Mean, double Scale)
{
    /// <summary>
    /// In the native form, how many categories a column of codes knows: its values are 0 to this number − 1, −1 for any other category, NaN where
    /// missing. 0 for columns of numbers.
    /// </summary>
    public int CategoryCount { get; init; }

    /// <summary>In the native form, the categories that a column of codes knows, by code; empty for columns of numbers.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Whether the values are codes of categories, which have no order. A categorical column may know no category at all.</summary>
    public bool IsCategorical { get; init; }

    /// <summary>Whether the prediction may only rise with the column (1), only fall (−1), or both (0).</summary>
    public int Monotone { get; init; }
}

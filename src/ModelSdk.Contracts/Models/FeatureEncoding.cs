using ModelSdk.Contracts.Schema;

namespace ModelSdk.Contracts.Models;

/// <summary>
/// How one feature becomes numbers, as fitted on the training rows. A feature's <em>slot</em> holds its raw value as a double: the number itself,
/// 1 or 0 for a boolean, days since 1970-01-01T00:00Z for a date, the index in <see cref="Categories"/> for a category (−1 for any other), 0 for a
/// text, NaN where missing. A text has more slots, after those of all features: one for each bucket, see <see cref="TextEncoding"/>. Encoding turns
/// slots into <see cref="Width"/> columns of the design matrix: numbers, then indicators, then products with other features.
/// </summary>
/// <param name="Column">The column's name in the contract.</param>
/// <param name="Kind">The column's kind.</param>
public sealed record FeatureEncoding(string Column, ColumnKind Kind)
{
    /// <summary>For numbers and booleans: subtracted before scaling, for example the mean of the training rows.</summary>
    public double Mean { get; init; }

    /// <summary>For numbers and booleans: divided by, for example the population standard deviation of the training rows; 1 where that is 0.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>For numbers, booleans and dates: what stands in for a missing value, before anything else happens to it.</summary>
    public double Fill { get; init; }

    /// <summary>For numbers: what happens to the value before it is scaled.</summary>
    public FeatureTransform Transform { get; init; }

    /// <summary>
    /// For numbers: ascending quantiles of the training rows at equal distances from 0 to 1; the value becomes its share of the rows, 0 to 1. Empty
    /// where it stays as it is.
    /// </summary>
    public EquatableArray<double> Quantiles { get; init; }

    /// <summary>Whether one more column, the last of the indicators, is 1 where the value is missing and 0 elsewhere.</summary>
    public bool MissingIndicator { get; init; }

    /// <summary>For categories: the known ones, in ordinal order; a category's code is its index.</summary>
    public EquatableArray<string> Categories { get; init; }

    /// <summary>For categories: whether one column, after the known ones, is 1 for every category that is not known.</summary>
    public bool OtherIndicator { get; init; }

    /// <summary>For categories: the code that has no column because all others are measured against it; −1 where every known category has one.</summary>
    public int Reference { get; init; } = -1;

    /// <summary>For dates: the parts that have columns, in the order of <see cref="DatePart"/>; empty where the days since 1970 are one number.</summary>
    public EquatableArray<DatePartEncoding> Parts { get; init; }

    /// <summary>For dates: the day from which <see cref="DatePart.Elapsed"/> counts, in days since 1970-01-01.</summary>
    public double Origin { get; init; }

    /// <summary>For free text: how it is counted; null where the strings are categories.</summary>
    public TextEncoding? Text { get; init; }

    /// <summary>The products of the feature's number with other features, in column order.</summary>
    public EquatableArray<FeatureInteraction> Interactions { get; init; }

    /// <summary>Whether the prediction was trained to only rise with the number (1), only fall (−1), or neither (0). Scoring does not read it.</summary>
    public int Monotone { get; init; }

    /// <summary>
    /// Whether the columns hold what trees read: the slot itself, code or number, the parts of a date as plain numbers, the buckets of a text, NaN
    /// where missing. Then nothing is subtracted, divided, transformed, filled or indicated.
    /// </summary>
    public bool Native { get; init; }

    /// <summary>Whether the slot holds the code of a category.</summary>
    public bool IsCategorical => this.Kind is ColumnKind.Categorical or ColumnKind.Text && this.Text is null;

    /// <summary>Whether the feature has a column that holds a number in every row.</summary>
    public bool IsNumber => this.NumberWidth > 0;

    /// <summary>How many columns hold a number in every row, products aside; they come first.</summary>
    public int NumberWidth => this.Text is { } text ? text.Width
        : this.Parts.Count > 0 ? this.Parts.Sum(part => part.Width)
        : this.Native || !this.IsCategorical ? 1
        : 0;

    /// <summary>How many columns are indicators, of which at most one is 1; they follow the numbers.</summary>
    public int IndicatorWidth => this.Native ? 0
        : (this.IsCategorical ? this.Categories.Count - (this.Reference >= 0 ? 1 : 0) + (this.OtherIndicator ? 1 : 0) : 0)
            + (this.MissingIndicator ? 1 : 0);

    /// <summary>How many columns of the design matrix the feature fills.</summary>
    public int Width => this.NumberWidth + this.IndicatorWidth + this.Interactions.Sum(interaction => interaction.Width);
}

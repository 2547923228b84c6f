using ModelSdk.Contracts.Schema;

namespace ModelSdk.Contracts.Models;

/// <summary>
/// How one feature becomes numbers, as fitted on the training rows. A feature's <em>slot</em> holds its raw value as a double: the number itself,
/// 1 or 0 for a boolean, days since 1970-01-01T00:00Z for a date, the index in <see cref="Categories"/> for a category (−1 for any other), NaN
/// where missing. Encoding turns the slot into <see cref="Width"/> columns of the design matrix.
/// </summary>
/// <param name="Column">The column's name in the contract.</param>
/// <param name="Kind">The column's kind.</param>
public sealed record FeatureEncoding(string Column, ColumnKind Kind)
{
    /// <summary>For numbers, booleans and dates: subtracted before scaling; the mean of the training rows.</summary>
    public double Mean { get; init; }

    /// <summary>For numbers, booleans and dates: divided by; the population standard deviation of the training rows, 1 where that is 0.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>For numbers, booleans and dates: what stands in for a missing value.</summary>
    public double Fill { get; init; }

    /// <summary>Whether one more column, the last, is 1 where the value is missing and 0 elsewhere.</summary>
    public bool MissingIndicator { get; init; }

    /// <summary>For categories: the known ones, in ordinal order; a category's code is its index.</summary>
    public EquatableArray<string> Categories { get; init; }

    /// <summary>For categories: whether one column, after the known ones, is 1 for every category that is not known.</summary>
    public bool OtherIndicator { get; init; }

    /// <summary>For categories: the code that has no column because all others are measured against it; −1 where every known category has one.</summary>
    public int Reference { get; init; } = -1;

    /// <summary>
    /// Whether the feature is one column that holds the slot itself, code or number, NaN where missing: the form that trees read. Then nothing
    /// is subtracted, divided, filled or indicated.
    /// </summary>
    public bool Native { get; init; }

    /// <summary>Whether the slot holds the code of a category.</summary>
    public bool IsCategorical => this.Kind is ColumnKind.Categorical or ColumnKind.Text;

    /// <summary>Whether the feature has a column that holds a number in every row.</summary>
    public bool IsNumber => this.Native || !this.IsCategorical;

    /// <summary>How many columns of the design matrix the feature fills.</summary>
    public int Width => this.Native ? 1
        : (this.IsCategorical ? this.Categories.Count - (this.Reference >= 0 ? 1 : 0) + (this.OtherIndicator ? 1 : 0) : 1)
            + (this.MissingIndicator ? 1 : 0);
}

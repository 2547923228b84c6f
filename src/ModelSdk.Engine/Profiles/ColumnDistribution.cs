using ModelSdk.Contracts.Schema;

namespace ModelSdk.Engine.Profiles;

/// <summary>
/// How the values of one column were distributed. Numbers and dates have a mean and quantiles; strings, booleans and class labels have categories.
/// Columns that identify somebody (the roles <c>key</c> and <c>group</c>) have neither, only counts.
/// </summary>
/// <param name="Name">The column's name.</param>
/// <param name="Role">What the column is there for.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Rows">How many rows the table had.</param>
/// <param name="Missing">How many of them have no value.</param>
public sealed record ColumnDistribution(string Name, ColumnRole Role, ColumnKind Kind, int Rows, int Missing)
{
    /// <summary>How many quantiles there are: at 0, 2, 4, … 100 %.</summary>
    public const int QuantileCount = 51;

    /// <summary>The mean of the values, dates in days since 1970-01-01T00:00Z; null for categories and where no value is present.</summary>
    public double? Mean { get; init; }

    /// <summary>
    /// <see cref="QuantileCount"/> values in ascending order, the first the least and the last the greatest: order statistics, so each of them is a
    /// value of the data. Empty for categories and where no value is present.
    /// </summary>
    public IReadOnlyList<double> Quantiles { get; init; } = [];

    /// <summary>How many different categories occurred; null for numbers and dates.</summary>
    public int? Distinct { get; init; }

    /// <summary>
    /// The most frequent categories, at most 1000, the more frequent first and equals in ordinal order. A category of fewer than five rows is not
    /// listed, since it could tell of a person; the classes of a label and the categories of a closed set are, because the contract names them anyway.
    /// </summary>
    public IReadOnlyList<CategoryCount> Categories { get; init; } = [];

    /// <summary>How many rows hold a category that is not listed.</summary>
    public int OtherCount { get; init; }

    /// <summary>Whether the column is one of numbers or dates.</summary>
    internal bool IsNumber => this.Distinct is null;

    /// <summary>How many rows have a value.</summary>
    internal int Present => this.Rows - this.Missing;

    /// <summary>A number of rows as a share of all, from 0 to 1; 0 where there are no rows.</summary>
    internal double Share(double count) => this.Rows == 0 ? 0 : count / this.Rows;
}

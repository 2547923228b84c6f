using ModelSdk.Contracts;
using ModelSdk.Contracts.Schema;

namespace ModelSdk.Generator.Model;

/// <summary>A property of the input type.</summary>
/// <param name="Column">The column's name in the data.</param>
/// <param name="Property">The property's name, without <c>@</c>.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Nullable">Whether a value may be missing.</param>
internal sealed record InputFeature(string Column, string Property, ColumnKind Kind, bool Nullable)
{
    /// <summary>The smallest number seen.</summary>
    public double? Minimum { get; init; }

    /// <summary>The largest number seen.</summary>
    public double? Maximum { get; init; }

    /// <summary>The unit.</summary>
    public string? Unit { get; init; }

    /// <summary>The meaning.</summary>
    public string? Description { get; init; }

    /// <summary>All categories, where the contract closes the set.</summary>
    public EquatableArray<string> ClosedCategories { get; init; }

    /// <summary>Whether it is the time of a forecast.</summary>
    public bool IsForecastTime { get; init; }

    /// <summary>Whether it tells the series of a forecast apart.</summary>
    public bool IsForecastSeries { get; init; }

    /// <summary>Whether the property is a string.</summary>
    public bool IsString => this.Kind is ColumnKind.Categorical or ColumnKind.Text;

    /// <summary>The property's type.</summary>
    public string Type => this.ValueType + (this.Nullable ? "?" : "");

    /// <summary>The property's type without regard to missing values.</summary>
    public string ValueType => this.Kind switch
    {
        ColumnKind.Numeric => "double",
        ColumnKind.Integer => "long",
        ColumnKind.Boolean => "bool",
        ColumnKind.Date => "global::System.DateTimeOffset",
        _ => "string",
    };
}

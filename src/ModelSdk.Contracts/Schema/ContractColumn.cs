namespace ModelSdk.Contracts.Schema;

/// <summary>One column of a contract.</summary>
/// <param name="Name">The name in the data's header.</param>
/// <param name="Property">The C# property that carries it.</param>
/// <param name="Role">What the column is there for.</param>
/// <param name="Kind">What its values are.</param>
public sealed record ContractColumn(string Name, string Property, ColumnRole Role, ColumnKind Kind)
{
    /// <summary>Whether a value may be missing.</summary>
    public bool Nullable { get; init; }

    /// <summary>The smallest number seen when the contract was made; null for other kinds.</summary>
    public double? Minimum { get; init; }

    /// <summary>The largest number seen when the contract was made; null for other kinds.</summary>
    public double? Maximum { get; init; }

    /// <summary>The unit, for people (<c>EUR</c>, <c>mm</c>).</summary>
    public string? Unit { get; init; }

    /// <summary>What the column means, for people; becomes the property's XML documentation.</summary>
    public string? Description { get; init; }

    /// <summary>A feature's categories where the user closed the set; otherwise empty.</summary>
    public EquatableArray<string> Categories { get; init; }

    /// <summary>Whether <see cref="Categories"/> is all there may be: another value in the data is an error.</summary>
    public bool Closed { get; init; }

    /// <summary>The label's classes, in the order of the model's scores; empty for other roles and for regression.</summary>
    public EquatableArray<string> Classes { get; init; }

    /// <summary>The positive class of a binary label, one of <see cref="Classes"/>.</summary>
    public string? Positive { get; init; }

    /// <summary>For dates: the day from which a model counts elapsed days, in days since 1970-01-01; null for that day itself.</summary>
    public int? Reference { get; init; }

    /// <summary>Whether the user has accepted that this feature alone gives the label away.</summary>
    public bool LeakageAccepted { get; init; }

    /// <summary>Where the column stands in the contract's file; not part of its value.</summary>
    public ColumnPosition Position { get; init; }
}

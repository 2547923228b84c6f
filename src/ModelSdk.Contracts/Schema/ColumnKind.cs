namespace ModelSdk.Contracts.Schema;

/// <summary>What the values of a column are.</summary>
public enum ColumnKind
{
    /// <summary>A 64-bit float; <see cref="double"/> in C#.</summary>
    Numeric,

    /// <summary>A 64-bit integer; <see cref="long"/> in C#.</summary>
    Integer,

    /// <summary>True or false (<c>true/false</c>, <c>yes/no</c>, <c>1/0</c>); <see cref="bool"/> in C#.</summary>
    Boolean,

    /// <summary>One of a set of strings; <see cref="string"/> in C#.</summary>
    Categorical,

    /// <summary>Free text; <see cref="string"/> in C#.</summary>
    Text,

    /// <summary>An ISO 8601 date or time; <see cref="DateTimeOffset"/> in C#.</summary>
    Date,
}

namespace ModelSdk.Engine.Data;

/// <summary>What the values of a column of a typed file are.</summary>
public enum TableColumnKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>Whole numbers of 64 bits with sign.</summary>
    WholeNumber,

    /// <summary>Whole numbers of 64 bits without sign.</summary>
    UnsignedWholeNumber,

    /// <summary>64-bit floating-point numbers.</summary>
    Number,

    /// <summary>Decimal numbers with a fixed number of places.</summary>
    FixedPoint,

    /// <summary><c>true</c> and <c>false</c>.</summary>
    Boolean,

    /// <summary>Days: <c>2026-01-31</c>.</summary>
    Date,

    /// <summary>Times without a zone, in microseconds: <c>2026-01-31T12:30:00</c>.</summary>
    Timestamp,

    /// <summary>Times in UTC, in microseconds: <c>2026-01-31T12:30:00Z</c>.</summary>
    UtcTimestamp,
}

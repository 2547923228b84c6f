namespace ModelSdk.Contracts.Json;

/// <summary>The kinds of JSON value (RFC 8259 §3).</summary>
public enum JsonKind
{
    /// <summary>The literal <c>null</c>.</summary>
    Null,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A number, read as a 64-bit float.</summary>
    Number,

    /// <summary>A string.</summary>
    String,

    /// <summary>An array.</summary>
    Array,

    /// <summary>An object; the order of its members is kept.</summary>
    Object,
}

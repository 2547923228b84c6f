using ModelSdk.Contracts.Json;

namespace ModelSdk.Contracts.Schema;

/// <summary>A place that travels with a column without being part of its value: two positions are always equal.</summary>
/// <param name="Text">The place in the contract's file.</param>
public readonly record struct ColumnPosition(TextPosition Text)
{
    /// <summary>Always true: an edit above a column does not change the column.</summary>
    public bool Equals(ColumnPosition other) => true;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;
}

using ModelSdk.Contracts.Schema;

namespace ModelSdk.Engine.Data;

/// <summary>How the kinds that have a numeric value are written in data files.</summary>
internal static class ColumnKindText
{
    /// <summary>The value of a field in columnar memory.</summary>
    /// <param name="kind">A kind other than the strings.</param>
    /// <param name="field">A field that is not missing.</param>
    /// <param name="value">The value, see <see cref="DataColumn.Values"/>.</param>
    public static bool TryParse(ColumnKind kind, ReadOnlySpan<byte> field, out double value) => kind switch
    {
        ColumnKind.Numeric => FieldText.TryNumber(field, out value),
        ColumnKind.Integer => FieldText.TryInteger(field, out value),
        ColumnKind.Boolean => FieldText.TryBoolean(field, out value),
        ColumnKind.Date => FieldText.TryDate(field, out value),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Strings have no numeric value."),
    };

    /// <summary>What a field of the kind is, for messages.</summary>
    /// <param name="kind">A kind.</param>
    public static string Describe(ColumnKind kind) => kind switch
    {
        ColumnKind.Numeric => "a number",
        ColumnKind.Integer => "a whole number of 64 bits",
        ColumnKind.Boolean => "a boolean (true, false, yes, no, 1, 0)",
        ColumnKind.Date => "an ISO 8601 date (2026-01-31) or time (2026-01-31T12:30:00Z)",
        _ => "a string",
    };
}

using ModelSdk.Contracts.Schema;

namespace ModelSdk.Engine.Data;

/// <summary>The values of one column, row by row, in typed columnar memory.</summary>
/// <param name="Schema">The column's contract.</param>
/// <param name="Values">
/// One double a row, NaN where missing: the number; 1 or 0 for a boolean; days since 1970-01-01T00:00Z for a date; for strings the index in
/// <paramref name="Dictionary"/>.
/// </param>
/// <param name="Dictionary">For strings: the distinct values, in order of first appearance, or the classes of a label; otherwise empty.</param>
public sealed record DataColumn(ContractColumn Schema, double[] Values, IReadOnlyList<string> Dictionary)
{
    /// <summary>The string of a row, or null where it is missing. Only for columns that have a dictionary.</summary>
    /// <param name="row">A row, from 0.</param>
    public string? Text(int row) => double.IsNaN(this.Values[row]) ? null : this.Dictionary[(int)this.Values[row]];
}

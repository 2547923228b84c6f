using ModelSdk.Contracts.Schema;

namespace ModelSdk.Engine.Data;

/// <summary>A column in memory.</summary>
/// <param name="schema">The column's contract.</param>
/// <param name="values">One double a row, as <see cref="DataColumn.Values"/> describes them.</param>
/// <param name="dictionary">For strings: the distinct values; otherwise empty.</param>
public sealed class MemoryColumn(ContractColumn schema, double[] values, IReadOnlyList<string> dictionary) : DataColumn(schema, dictionary)
{
    /// <inheritdoc/>
    public override bool IsInFile => false;

    /// <inheritdoc/>
    public override double[] Values => values;

    /// <inheritdoc/>
    public override void Pick(ReadOnlySpan<int> rows, Span<double> values)
    {
        double[] all = this.Values;
        for (int index = 0; index < rows.Length; index++)
        {
            values[index] = all[rows[index]];
        }
    }
}

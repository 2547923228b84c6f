using ModelSdk.Contracts.Schema;

namespace ModelSdk.Engine.Data;

/// <summary>The values of one column, row by row: in typed columnar memory or, beyond <c>ModelMemoryLimit</c>, in a file.</summary>
/// <param name="schema">The column's contract.</param>
/// <param name="dictionary">For strings: the distinct values, in order of first appearance, or the classes of a label; otherwise empty.</param>
public abstract class DataColumn(ContractColumn schema, IReadOnlyList<string> dictionary)
{
    /// <summary>The column's contract.</summary>
    public ContractColumn Schema { get; } = schema;

    /// <summary>For strings: the distinct values, in order of first appearance, or the classes of a label; otherwise empty.</summary>
    public IReadOnlyList<string> Dictionary { get; } = dictionary;

    /// <summary>Whether the values lie in a file, since <c>ModelMemoryLimit</c> does not allow them in memory all at once.</summary>
    public abstract bool IsInFile { get; }

    /// <summary>
    /// One double a row, NaN where missing: the number; 1 or 0 for a boolean; days since 1970-01-01T00:00Z for a date; for strings the index in
    /// <see cref="Dictionary"/>. Not to be changed. Where the values lie in a file they are read anew, so take them once and not for every row.
    /// </summary>
    public abstract double[] Values { get; }

    /// <summary>Reads the values of some rows.</summary>
    /// <param name="rows">The rows, from 0; ascending ones are read fastest.</param>
    /// <param name="values">Gets a value for each of them.</param>
    public abstract void Pick(ReadOnlySpan<int> rows, Span<double> values);

    /// <summary>The string of a row, or null where it is missing. Only for columns that have a dictionary.</summary>
    /// <param name="row">A row, from 0.</param>
    public string? Text(int row)
    {
        Span<double> value = stackalloc double[1];
        this.Pick([row], value);
        return double.IsNaN(value[0]) ? null : this.Dictionary[(int)value[0]];
    }
}

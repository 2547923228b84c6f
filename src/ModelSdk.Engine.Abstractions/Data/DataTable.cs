using ModelSdk.Contracts.Schema;

namespace ModelSdk.Engine.Data;

/// <summary>Rows that fit a contract.</summary>
/// <param name="RowCount">How many rows.</param>
/// <param name="Columns">The contract's columns except the ignored ones, in contract order.</param>
/// <param name="Digest">SHA-256 over the parsed fields of all files in order, so that line ends do not matter; 64 hexadecimal digits.</param>
/// <param name="HoldoutHashes">For each row the leading 64 bits of SHA-256 over the seed and the row's key columns or, without any, its non-label values by column name.</param>
public sealed record DataTable(int RowCount, IReadOnlyList<DataColumn> Columns, string Digest, ulong[] HoldoutHashes)
{
    /// <summary>Whether the columns lie in a file, since <c>ModelMemoryLimit</c> does not allow them in memory all at once.</summary>
    public bool IsInFile => this.Columns.Any(column => column.IsInFile);

    /// <summary>The column of that name.</summary>
    /// <param name="name">A column name of the contract.</param>
    /// <exception cref="KeyNotFoundException">There is none, or it is ignored.</exception>
    public DataColumn Column(string name) =>
        this.Columns.FirstOrDefault(column => column.Schema.Name == name) ?? throw new KeyNotFoundException($"No column \"{name}\".");

    /// <summary>The values of a column in some rows.</summary>
    /// <param name="name">A column name of the contract.</param>
    /// <param name="rows">The rows, from 0, in any order.</param>
    /// <exception cref="KeyNotFoundException">There is no such column, or it is ignored.</exception>
    public double[] Pick(string name, int[] rows)
    {
        double[] values = new double[rows.Length];
        this.Column(name).Pick(rows, values);
        return values;
    }

    /// <summary>The weights of some rows; null where the contract has no column with the role <c>weight</c>.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="rows">The rows, from 0, in any order.</param>
    public double[]? Weights(ModelContract contract, int[] rows) =>
        contract.Columns.FirstOrDefault(column => column.Role == ColumnRole.Weight) is { } weight ? this.Pick(weight.Name, rows) : null;
}

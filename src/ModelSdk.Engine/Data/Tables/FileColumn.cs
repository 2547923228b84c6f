using System.Buffers;
using ModelSdk.Contracts.Schema;

namespace ModelSdk.Engine.Data;

/// <summary>A column in a file.</summary>
/// <param name="schema">The column's contract.</param>
/// <param name="dictionary">For strings: the distinct values; otherwise empty.</param>
/// <param name="file">The file, complete.</param>
/// <param name="column">Which of its columns.</param>
internal sealed class FileColumn(ContractColumn schema, IReadOnlyList<string> dictionary, ColumnFile file, int column) : DataColumn(schema, dictionary)
{
    private const int RowsAtATime = 4096;

    // Rows that lie so far apart, on average, are read one by one.
    private const int ScatteredRows = 64;

    private readonly WeakReference<double[]> whole = new([]);
    private readonly Lock gate = new();

    /// <inheritdoc/>
    public override bool IsInFile => true;

    /// <inheritdoc/>
    public override double[] Values
    {
        get
        {
            lock (this.gate)
            {
                if (!this.whole.TryGetTarget(out double[]? values) || values.Length != file.Rows)
                {
                    values = GC.AllocateUninitializedArray<double>(file.Rows);
                    file.Read(column, 0, values);
                    this.whole.SetTarget(values);
                }

                return values;
            }
        }
    }

    /// <inheritdoc/>
    public override void Pick(ReadOnlySpan<int> rows, Span<double> values)
    {
        while (!rows.IsEmpty)
        {
            int count = Math.Min(rows.Length, RowsAtATime);
            this.PickPiece(rows[..count], values);
            rows = rows[count..];
            values = values[count..];
        }
    }

    private void PickPiece(ReadOnlySpan<int> rows, Span<double> values)
    {
        (int first, int last) = (rows[0], rows[0]);
        foreach (int row in rows)
        {
            (first, last) = (Math.Min(first, row), Math.Max(last, row));
        }

        if (last - first >= (long)ScatteredRows * rows.Length)
        {
            for (int index = 0; index < rows.Length; index++)
            {
                file.Read(column, rows[index], values.Slice(index, 1));
            }

            return;
        }

        double[] range = ArrayPool<double>.Shared.Rent(last - first + 1);
        file.Read(column, first, range.AsSpan(0, last - first + 1));
        for (int index = 0; index < rows.Length; index++)
        {
            values[index] = range[rows[index] - first];
        }

        ArrayPool<double>.Shared.Return(range);
    }
}

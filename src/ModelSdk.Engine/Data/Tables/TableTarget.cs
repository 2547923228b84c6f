using ModelSdk.Contracts.Schema;

namespace ModelSdk.Engine.Data;

/// <summary>Where parsed rows go: into memory or, beyond the limit, to a file; the holdout hashes are in memory always.</summary>
/// <param name="file">The file; null where the parts themselves become the table.</param>
internal sealed class TableTarget(ColumnFile? file)
{
    private readonly List<RowTarget> parts = [];
    private readonly List<ulong[]> hashes = [];

    /// <summary>Whether rows go to a file.</summary>
    public bool IsFile => file is not null;

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>Takes rows, which follow those before.</summary>
    /// <param name="rows">The rows; with a file, their memory is free again.</param>
    public void Add(RowTarget rows)
    {
        this.Count += rows.Count;
        if (file is null)
        {
            this.parts.Add(rows);
            return;
        }

        file.Append(rows);
        this.hashes.Add(rows.Hashes.AsSpan(rows.Start, rows.Count).ToArray());
    }

    /// <summary>Moves all rows to a file.</summary>
    /// <param name="empty">The file.</param>
    /// <returns>Where further rows go.</returns>
    public TableTarget MoveTo(ColumnFile empty)
    {
        TableTarget moved = new(empty);
        this.parts.ForEach(moved.Add);
        this.parts.Clear();
        return moved;
    }

    /// <summary>The holdout hash of each row.</summary>
    public ulong[] Hashes()
    {
        if (file is null)
        {
            return this.Join(part => part.Hashes);
        }

        ulong[] joined = GC.AllocateUninitializedArray<ulong>(this.Count);
        int count = 0;
        foreach (ulong[] part in this.hashes)
        {
            part.CopyTo(joined, count);
            count += part.Length;
        }

        this.hashes.Clear();
        return joined;
    }

    /// <summary>A finished column.</summary>
    /// <param name="index">Which.</param>
    /// <param name="schema">Its contract.</param>
    /// <param name="dictionary">Its different strings.</param>
    public DataColumn Column(int index, ContractColumn schema, IReadOnlyList<string> dictionary)
    {
        if (file is not null)
        {
            return new FileColumn(schema, dictionary, file, index);
        }

        double[] values = this.Join(part => part.Columns[index]);
        this.parts.ForEach(part => part.Columns[index] = []);
        return new MemoryColumn(schema, values, dictionary);
    }

    // One array that all parts fill without a gap, which rows without a label leave, is taken as it is.
    private T[] Join<T>(Func<RowTarget, T[]> arrayOf)
    {
        T[] first = arrayOf(this.parts[0]);
        if (first.Length == this.Count && this.parts.TrueForAll(part => ReferenceEquals(arrayOf(part), first)))
        {
            return first;
        }

        T[] joined = GC.AllocateUninitializedArray<T>(this.Count);
        int count = 0;
        foreach (RowTarget part in this.parts)
        {
            arrayOf(part).AsSpan(part.Start, part.Count).CopyTo(joined.AsSpan(count));
            count += part.Count;
        }

        return joined;
    }
}

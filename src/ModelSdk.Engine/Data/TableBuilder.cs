using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Data;

/// <summary>Collects the rows of files into one table, record by record; for files whose number of rows is not known before they are read.</summary>
internal sealed class TableBuilder : IDisposable
{
    private const int ValuesInPart = 1 << 20;
    private readonly ModelContract contract;
    private readonly long seed;
    private readonly IEngineLog log;
    private readonly ColumnParser[] parsers;
    private readonly DataDigest digest = new();
    private readonly List<RowTarget> parts = [];
    private readonly RowProgress progress;
    private readonly int rowsInPart;

    /// <summary>Creates an empty table.</summary>
    public TableBuilder(ModelContract contract, long seed, IEngineLog log)
    {
        this.contract = contract;
        this.seed = seed;
        this.log = log;
        this.parsers = ColumnParser.ForAll(contract);
        this.progress = new RowProgress(log);
        this.rowsInPart = Math.Max(1, ValuesInPart / this.parsers.Length);
    }

    /// <summary>The columns may take at most this many bytes; null without a limit.</summary>
    public long? MemoryLimit { get; init; }

    /// <summary>Appends all rows of a file that have a label.</summary>
    public void Add(IRecordReader reader, CancellationToken cancellation)
    {
        Func<string, int> fieldOf = ContractFields.Match(this.contract, reader.File, reader.Header, this.log);
        RowBuilder builder = new(this.contract, this.parsers, reader.Header.Count, fieldOf, this.seed, DataDigest.RowsInBlock);
        long rowsBefore = this.progress.Rows;
        this.digest.BeginFile(reader.Header);
        RowTarget part = this.NextPart(reader.File);
        while (reader.Read())
        {
            if (part.Count == this.rowsInPart)
            {
                builder.Flush(part);
                part = this.NextPart(reader.File);
            }

            AddRow(reader, builder, part);
            this.progress.Add(1);
            cancellation.ThrowIfCancellationRequested();
        }

        long rows = this.progress.Rows - rowsBefore;
        this.digest.AddRows(builder.Finish(part), rows);
        this.digest.EndFile();
        TableRows.RequireAny(rows, reader.File);
    }

    /// <summary>The finished table.</summary>
    /// <param name="declaredAt">The item that named the data.</param>
    public DataTable Build(SourceLocation declaredAt)
    {
        int labelled = this.parts.Sum(part => part.Count);
        TableRows.RequireLabels(this.progress.Rows, labelled, this.contract, this.log, declaredAt);
        ulong[] hashes = this.Join(labelled, part => part.Hashes);
        DataColumn[] columns = new DataColumn[this.parsers.Length];
        for (int index = 0; index < columns.Length; index++)
        {
            columns[index] = new DataColumn(this.parsers[index].Schema, this.Join(labelled, part => part.Columns[index]), this.parsers[index].Dictionary);
            this.parts.ForEach(part => part.Columns[index] = []);
        }

        return new DataTable(labelled, columns, this.digest.Finish(), hashes);
    }

    /// <inheritdoc/>
    public void Dispose() => this.digest.Dispose();

    private static void AddRow(IRecordReader reader, RowBuilder builder, RowTarget part)
    {
        for (int index = 0; index < reader.Header.Count; index++)
        {
            builder.Rows.AddField(reader.Field(index));
        }

        builder.Rows.EndRow();
        if (!builder.TryAdd(part, out (int Row, int Field) refused))
        {
            throw builder.Problem(refused, reader.PlaceOf(refused.Field)());
        }
    }

    private RowTarget NextPart(DataFile file)
    {
        if (this.parts.Count == 0 || this.parts[^1].Count == this.rowsInPart)
        {
            long rows = ((long)this.parts.Count * this.rowsInPart) + 1;
            new TableMemory(this.MemoryLimit, this.parsers.Length).Require(rows, areAll: false, file.DeclaredAt);
            this.parts.Add(RowTarget.Allocate(this.parsers.Length, this.rowsInPart));
        }

        return this.parts[^1];
    }

    /// <summary>Copies the parts of a column into one array.</summary>
    private T[] Join<T>(int rows, Func<RowTarget, T[]> partOf)
    {
        T[] joined = GC.AllocateUninitializedArray<T>(rows);
        int count = 0;
        foreach (RowTarget part in this.parts)
        {
            partOf(part).AsSpan(0, part.Count).CopyTo(joined.AsSpan(count));
            count += part.Count;
        }

        return joined;
    }
}

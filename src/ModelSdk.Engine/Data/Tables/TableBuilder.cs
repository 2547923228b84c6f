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
    private readonly RowProgress progress;
    private readonly int rowsInPart;
    private TableTarget target = new(null);
    private RowTarget? part;

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

    /// <summary>Where a larger table goes; null for nowhere.</summary>
    public ColumnStorage? Storage { get; init; }

    /// <summary>Appends all rows of a file that have a label.</summary>
    public void Add(IRecordReader reader, CancellationToken cancellation)
    {
        Func<string, int> fieldOf = ContractFields.Match(this.contract, reader.File, reader.Header, this.log);
        RowBuilder builder = new(this.contract, this.parsers, reader.Header.Count, fieldOf, this.seed, DataDigest.RowsInBlock);
        long rowsBefore = this.progress.Rows;
        this.digest.BeginFile(reader.Header);
        RowTarget rows = this.Part(reader.File);
        while (reader.Read())
        {
            if (rows.Count == this.rowsInPart)
            {
                builder.Flush(rows);
                rows = this.Part(reader.File);
            }

            AddRow(reader, builder, rows);
            this.progress.Add(1);
            cancellation.ThrowIfCancellationRequested();
        }

        long count = this.progress.Rows - rowsBefore;
        this.digest.AddRows(builder.Finish(rows), count);
        this.digest.EndFile();
        TableRows.RequireAny(count, reader.File);
    }

    /// <summary>The finished table.</summary>
    /// <param name="declaredAt">The item that named the data.</param>
    public DataTable Build(SourceLocation declaredAt)
    {
        this.target.Add(this.part!);
        this.MakeRoom(this.target.Count, areAll: true, declaredAt);
        TableRows.RequireLabels(this.progress.Rows, this.target.Count, this.contract, this.log, declaredAt);
        ulong[] hashes = this.target.Hashes();
        DataColumn[] columns = [.. this.parsers.Select((parser, index) => this.target.Column(index, parser.Schema, parser.Dictionary))];
        return new DataTable(this.target.Count, columns, this.digest.Finish(), hashes);
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

    /// <summary>Room for at least one row.</summary>
    private RowTarget Part(DataFile file)
    {
        if (this.part is { } current && current.Count < this.rowsInPart)
        {
            return current;
        }

        if (this.part is { } full)
        {
            this.target.Add(full);
        }

        this.MakeRoom(this.target.Count + 1L, areAll: false, file.DeclaredAt);
        return this.part = RowTarget.Allocate(this.parsers.Length, this.rowsInPart);
    }

    private void MakeRoom(long rows, bool areAll, SourceLocation declaredAt)
    {
        bool fits = new TableMemory(this.MemoryLimit, this.Storage, this.parsers.Length).Fits(rows, areAll, declaredAt);
        if (!fits && !this.target.IsFile)
        {
            this.target = this.target.MoveTo(this.Storage!.Create(this.parsers.Length));
        }
    }
}

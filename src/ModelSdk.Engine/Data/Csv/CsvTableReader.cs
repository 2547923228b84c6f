using System.Runtime.ExceptionServices;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Data;

/// <summary>Reads planned files into one table, chunks in parallel.</summary>
/// <param name="plans">The files.</param>
/// <param name="contract">The contract.</param>
/// <param name="seed">The project's seed.</param>
/// <param name="reading">How many threads work.</param>
/// <param name="log">Gets warnings and progress.</param>
internal sealed class CsvTableReader(IReadOnlyList<CsvFilePlan> plans, ModelContract contract, long seed, CsvReading reading, IEngineLog log)
{
    private readonly ColumnParser[] columns = ColumnParser.ForAll(contract);

    /// <summary>Reads the table.</summary>
    /// <param name="declaredAt">The item that named the data.</param>
    /// <param name="memoryLimit">At most this many bytes; null without a limit.</param>
    /// <param name="storage">Where a larger table may go; null for nowhere.</param>
    /// <param name="cancellation">Stops between chunks.</param>
    public DataTable Read(SourceLocation declaredAt, long? memoryLimit, ColumnStorage? storage, CancellationToken cancellation)
    {
        long rows = plans.Sum(plan => plan.Rows);
        bool fits = new TableMemory(memoryLimit, storage, this.columns.Length).Fits(rows, areAll: true, declaredAt);
        TableTarget target = new(fits ? null : storage!.Create(this.columns.Length));
        RowTarget? memory = fits ? RowTarget.Allocate(this.columns.Length, (int)rows) : null;
        using CsvTableMerge merge = new(this.columns.Length, target, log);
        this.ParseAll(memory, merge, cancellation);
        TableRows.RequireLabels(rows, target.Count, contract, log, declaredAt);
        DataColumn[] finished = [.. this.columns.Select((column, index) => target.Column(index, column.Schema, column.Learns ? merge.Texts(index) : column.Dictionary))];
        return new DataTable(target.Count, finished, merge.Finish(), target.Hashes());
    }

    private void ParseAll(RowTarget? memory, CsvTableMerge merge, CancellationToken cancellation)
    {
        int workers = Math.Min(reading.Threads, plans.Sum(plan => plan.Chunks.Count));
        using CsvChunkQueue queue = new(plans);
        if (workers == 1)
        {
            this.Work(queue, memory, merge, cancellation);
        }
        else
        {
            RunParallel(workers, () => this.Work(queue, memory, merge, cancellation));
        }

        if (merge.Failure is not null)
        {
            ExceptionDispatchInfo.Throw(merge.Failure);
        }

        cancellation.ThrowIfCancellationRequested();
    }

    private static void RunParallel(int workers, Action work)
    {
        try
        {
            Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, _ => work());
        }
        catch (AggregateException exception) when (exception.InnerExceptions[0] is ModelBuildException unreadable)
        {
            ExceptionDispatchInfo.Throw(unreadable);
        }
    }

    private void Work(CsvChunkQueue queue, RowTarget? memory, CsvTableMerge merge, CancellationToken cancellation)
    {
        CsvChunkWorker worker = new(contract, seed, reading.RowsInBlock);
        byte[] text = [];
        while (!cancellation.IsCancellationRequested && queue.Take(ref text) is { } work)
        {
            RowTarget rows = memory is null ? RowTarget.Allocate(this.columns.Length, work.Chunk.Records) : new RowTarget(memory.Columns, memory.Hashes, work.FirstRow);
            CsvChunkResult result = worker.Parse(work, text.AsMemory(0, work.Chunk.Length), rows);
            merge.Add(result);
            if (result.Failure is not null)
            {
                // All chunks before this one have been taken, so that what is wrong first is found.
                queue.Stop();
            }
        }
    }
}

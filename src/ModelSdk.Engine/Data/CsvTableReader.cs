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
    /// <param name="cancellation">Stops between chunks.</param>
    public DataTable Read(SourceLocation declaredAt, long? memoryLimit, CancellationToken cancellation)
    {
        long rows = plans.Sum(plan => plan.Rows);
        new TableMemory(memoryLimit, this.columns.Length).Require(rows, areAll: true, declaredAt);
        RowTarget table = RowTarget.Allocate(this.columns.Length, (int)rows);
        using CsvTableMerge merge = new(this.columns.Length, log);
        this.ParseAll(table, merge, cancellation);
        int labelled = merge.Parts.Sum(part => part.Count);
        TableRows.RequireLabels(rows, labelled, contract, log, declaredAt);
        return new DataTable(labelled, this.Columns(table, merge, labelled), merge.Finish(), Close(table.Hashes, merge.Parts, labelled));
    }

    private void ParseAll(RowTarget table, CsvTableMerge merge, CancellationToken cancellation)
    {
        int workers = Math.Min(reading.Threads, plans.Sum(plan => plan.Chunks.Count));
        using CsvChunkQueue queue = new(plans);
        if (workers == 1)
        {
            this.Work(queue, table, merge, cancellation);
        }
        else
        {
            RunParallel(workers, () => this.Work(queue, table, merge, cancellation));
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

    private void Work(CsvChunkQueue queue, RowTarget table, CsvTableMerge merge, CancellationToken cancellation)
    {
        CsvChunkWorker worker = new(contract, seed, reading.RowsInBlock);
        byte[] text = [];
        while (!cancellation.IsCancellationRequested && queue.Take(ref text) is { } work)
        {
            CsvChunkResult result = worker.Parse(work, text.AsMemory(0, work.Chunk.Length), table);
            merge.Add(result);
            if (result.Failure is not null)
            {
                // All chunks before this one have been taken, so that what is wrong first is found.
                queue.Stop();
            }
        }
    }

    private DataColumn[] Columns(RowTarget table, CsvTableMerge merge, int rows)
    {
        DataColumn[] finished = new DataColumn[this.columns.Length];
        for (int index = 0; index < finished.Length; index++)
        {
            double[] values = Close(table.Columns[index], merge.Parts, rows);
            table.Columns[index] = [];
            finished[index] = new DataColumn(this.columns[index].Schema, values, this.columns[index].Learns ? merge.Texts(index) : this.columns[index].Dictionary);
        }

        return finished;
    }

    /// <summary>Closes the gaps that rows without a label left.</summary>
    private static T[] Close<T>(T[] values, List<RowTarget> parts, int rows)
    {
        if (rows == values.Length)
        {
            return values;
        }

        int count = 0;
        foreach (RowTarget part in parts)
        {
            Array.Copy(values, part.Start, values, count, part.Count);
            count += part.Count;
        }

        return values.AsSpan(0, rows).ToArray();
    }
}

using System.Runtime.CompilerServices;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Data;

/// <summary>Takes parsed chunks in any order and puts them together in file order. For many threads.</summary>
/// <param name="columns">How many columns are in use.</param>
/// <param name="target">Gets the rows with a label, in order.</param>
/// <param name="log">Gets the progress.</param>
internal sealed class CsvTableMerge(int columns, TableTarget target, IEngineLog log) : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<int, CsvChunkResult> waiting = [];
    private readonly Dictionary<string, int>[] numbers = [.. Enumerable.Range(0, columns).Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];
    private readonly List<string>[] texts = [.. Enumerable.Range(0, columns).Select(_ => new List<string>())];
    private readonly DataDigest digest = new();
    private readonly RowProgress progress = new(log);
    private int next;

    /// <summary>Why the data cannot be read: what is wrong first in file order; null so far.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>How many rows were read, those without a label included.</summary>
    public long Rows => this.progress.Rows;

    /// <summary>The strings of a column, in order of first appearance; empty where its parser does not learn any.</summary>
    /// <param name="column">The column.</param>
    public IReadOnlyList<string> Texts(int column) => this.texts[column];

    /// <summary>Takes a chunk in.</summary>
    public void Add(CsvChunkResult result)
    {
        lock (this.gate)
        {
            this.waiting.Add(result.Work.Number, result);
            while (this.Failure is null && this.waiting.Remove(this.next, out CsvChunkResult? first))
            {
                this.next++;
                this.Failure = first.Failure;
                this.Merge(first);
            }
        }
    }

    /// <summary>The digest of everything.</summary>
    public string Finish() => this.digest.Finish();

    /// <inheritdoc/>
    public void Dispose() => this.digest.Dispose();

    private void Merge(CsvChunkResult result)
    {
        if (result.Failure is not null)
        {
            return;
        }

        if (result.Work.BeginsFile)
        {
            this.digest.BeginFile(result.Work.Plan.Header);
        }

        this.digest.AddRows(result.Digests, result.Work.Chunk.Records);
        if (result.Work.EndsFile)
        {
            this.digest.EndFile();
        }

        for (int column = 0; column < columns; column++)
        {
            if (result.Texts[column] is { } learnt)
            {
                this.Renumber(column, learnt, result.Rows);
            }
        }

        target.Add(result.Rows);
        this.progress.Add(result.Work.Chunk.Records);
    }

    /// <summary>Replaces the worker's numbers of strings by the table's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Renumber(int column, LearntTexts learnt, RowTarget rows)
    {
        if (learnt.First == 0)
        {
            learnt.Numbers.Clear();
        }

        foreach (string text in learnt.New)
        {
            if (this.numbers[column].TryAdd(text, this.texts[column].Count))
            {
                this.texts[column].Add(text);
            }

            learnt.Numbers.Add(this.numbers[column][text]);
        }

        foreach (ref double value in rows.Columns[column].AsSpan(rows.Start, rows.Count))
        {
            value = double.IsNaN(value) ? value : learnt.Numbers[(int)value];
        }
    }
}

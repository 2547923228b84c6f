using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Data;

/// <summary>Reads CSV files (RFC 4180, UTF-8, also packed by gzip) into typed columns; docs/data.md has the rules.</summary>
public sealed class CsvDataSource : IDataSource
{
    private readonly CsvReading reading;

    /// <summary>Creates a source that uses all processors.</summary>
    public CsvDataSource()
        : this(CsvReading.Default)
    {
    }

    /// <summary>Creates a source.</summary>
    /// <param name="reading">How the text is divided.</param>
    internal CsvDataSource(CsvReading reading) => this.reading = reading;

    /// <inheritdoc/>
    public int Revision => 2;

    /// <summary>The table may take at most this many bytes: 8 for each value and 8 for each row; null (the default) without a limit.</summary>
    public long? MemoryLimit { get; init; }

    /// <summary>Where a table goes that is larger; null (the default) for nowhere, so that it is an error.</summary>
    public ColumnStorage? Storage { get; init; }

    /// <summary>How many threads parse at a time; the default is the number of processors. Never changes the result.</summary>
    public int MaximumThreads
    {
        get => this.reading.Threads;
        init => this.reading = this.reading with { Threads = Math.Max(1, value) };
    }

    /// <inheritdoc/>
    public DataTable Read(IReadOnlyList<DataFile> files, ModelContract contract, long seed, IEngineLog log, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfZero(files.Count);
        _ = ParsingLoops.Compile();
        CsvFilePlan[] plans = [.. files.Select(file => CsvFilePlan.Make(file, contract, this.reading, log, cancellation))];
        return new CsvTableReader(plans, contract, seed, this.reading, log).Read(files[0].DeclaredAt, this.MemoryLimit, this.Storage, cancellation);
    }
}

using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Data.Sources;

/// <summary>Reads files of any format into typed columns, record by record.</summary>
/// <param name="open">Opens a file.</param>
internal sealed class RecordDataSource(Func<DataFile, IRecordReader> open) : IDataSource
{
    /// <inheritdoc/>
    public int Revision => 2;

    /// <summary>The columns may take at most this many bytes; null without a limit.</summary>
    public long? MemoryLimit { get; init; }

    /// <summary>Where a table goes that is larger; null for nowhere, so that it is an error.</summary>
    public ColumnStorage? Storage { get; init; }

    /// <inheritdoc/>
    public DataTable Read(IReadOnlyList<DataFile> files, ModelContract contract, long seed, IEngineLog log, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfZero(files.Count);
        using TableBuilder table = new(contract, seed, log) { MemoryLimit = this.MemoryLimit, Storage = this.Storage };
        foreach (DataFile file in files)
        {
            using IRecordReader reader = open(file);
            table.Add(reader, cancellation);
        }

        return table.Build(files[0].DeclaredAt);
    }
}

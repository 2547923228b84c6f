using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Data;

/// <summary>Reads CSV files (RFC 4180, UTF-8) into typed columns; docs/data.md has the rules.</summary>
public sealed class CsvDataSource : IDataSource
{
    /// <inheritdoc/>
    public int Revision => 1;

    /// <inheritdoc/>
    public DataTable Read(IReadOnlyList<DataFile> files, ModelContract contract, long seed, IEngineLog log, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfZero(files.Count);
        using TableBuilder table = new(contract, seed, log);
        foreach (DataFile file in files)
        {
            using CsvRecordReader reader = CsvRecordReader.Open(file);
            table.Add(reader, cancellation);
        }

        return table.Build(files[0].DeclaredAt);
    }
}

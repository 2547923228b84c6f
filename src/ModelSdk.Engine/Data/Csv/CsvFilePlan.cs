using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Data;

/// <summary>What a first look at a file found, so that its chunks can be parsed in parallel into arrays of the right length.</summary>
/// <param name="File">The file.</param>
/// <param name="Delimiter">What stands between fields.</param>
/// <param name="Header">The column names.</param>
/// <param name="FieldOf">The position of a column of the contract.</param>
/// <param name="Chunks">The rows, in order and without gaps; at least one has a row.</param>
/// <param name="Rows">How many rows.</param>
internal sealed record CsvFilePlan(DataFile File, char Delimiter, IReadOnlyList<string> Header, Func<string, int> FieldOf, IReadOnlyList<CsvChunk> Chunks, long Rows)
{
    /// <summary>Looks at a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="contract">The contract.</param>
    /// <param name="reading">How long chunks are.</param>
    /// <param name="log">Gets a message about columns that the contract does not know.</param>
    /// <param name="cancellation">Stops between chunks.</param>
    /// <exception cref="ModelBuildException">The file cannot be read, is no CSV text, has no rows, or lacks a column.</exception>
    public static CsvFilePlan Make(DataFile file, ModelContract contract, CsvReading reading, IEngineLog log, CancellationToken cancellation)
    {
        using CsvChunks text = CsvChunks.Open(file, reading);
        Func<string, int> fieldOf = ContractFields.Match(contract, file, text.Header, log);
        List<CsvChunk> chunks = [];
        long rows = 0;
        while (text.Read(out CsvChunk chunk))
        {
            cancellation.ThrowIfCancellationRequested();
            chunks.Add(chunk);
            rows += chunk.Records;
        }

        TableRows.RequireAny(rows, file);
        return new CsvFilePlan(file, text.Delimiter, text.Header, fieldOf, chunks, rows);
    }
}

namespace ModelSdk.Engine.Data;

/// <summary>How CSV text is divided for reading. None of it changes what is read.</summary>
/// <param name="ChunkLength">A chunk ends with the first whole block of rows that reaches this length, in bytes.</param>
/// <param name="Threads">How many threads may parse at a time.</param>
internal sealed record CsvReading(int ChunkLength, int Threads)
{
    /// <summary>A record cannot be longer, in bytes: an unclosed quote in a large file must not fill the memory.</summary>
    public const int MaximumRecordLength = 1 << 24;

    /// <summary>Chunks of 1 MiB on all processors.</summary>
    public static CsvReading Default { get; } = new(1 << 20, Environment.ProcessorCount);

    /// <summary>A chunk has a multiple of this many rows, the last one of a file aside; part of <see cref="DataDigest"/>, so that only tests set it.</summary>
    public int RowsInBlock { get; init; } = DataDigest.RowsInBlock;
}

namespace ModelSdk.Engine.Data;

/// <summary>A parsed chunk.</summary>
/// <param name="Work">The chunk.</param>
/// <param name="Rows">Where its rows are.</param>
/// <param name="Texts">For each column the strings that are new in it; null for columns without.</param>
/// <param name="Digests">The digests of its blocks.</param>
internal sealed record CsvChunkResult(CsvChunkWork Work, RowTarget Rows, LearntTexts?[] Texts, byte[] Digests)
{
    /// <summary>Why the chunk cannot be read; null where it can.</summary>
    public Exception? Failure { get; init; }
}

namespace ModelSdk.Engine.Data;

/// <summary>A chunk to be parsed.</summary>
/// <param name="Number">Its number among the chunks of all files, from 0.</param>
/// <param name="Plan">Its file.</param>
/// <param name="Chunk">The chunk.</param>
/// <param name="FirstRow">How many rows are before it, those without a label included.</param>
internal sealed record CsvChunkWork(int Number, CsvFilePlan Plan, CsvChunk Chunk, int FirstRow)
{
    /// <summary>Whether it is the first of its file.</summary>
    public bool BeginsFile => this.Chunk == this.Plan.Chunks[0];

    /// <summary>Whether it is the last of its file.</summary>
    public bool EndsFile => this.Chunk == this.Plan.Chunks[^1];
}

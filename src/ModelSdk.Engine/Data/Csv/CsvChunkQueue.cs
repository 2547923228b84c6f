using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Data;

/// <summary>Hands out the chunks of all files in order, with their text. For many threads.</summary>
/// <param name="plans">The files.</param>
internal sealed class CsvChunkQueue(IReadOnlyList<CsvFilePlan> plans) : IDisposable
{
    private readonly Lock gate = new();
    private Stream? stream;
    private int file;
    private int chunk;
    private int number;
    private int row;
    private bool stopped;

    /// <summary>Takes the next chunk.</summary>
    /// <param name="buffer">Gets its text at the front; replaced where it is too short.</param>
    /// <returns>Null where there is none left, or the work has been stopped.</returns>
    /// <exception cref="ModelBuildException">The file cannot be read.</exception>
    public CsvChunkWork? Take(ref byte[] buffer)
    {
        lock (this.gate)
        {
            if (this.stopped || this.file == plans.Count)
            {
                return null;
            }

            CsvFilePlan plan = plans[this.file];
            CsvChunkWork work = new(this.number++, plan, plan.Chunks[this.chunk], this.row);
            buffer = work.Chunk.Length > buffer.Length ? GC.AllocateUninitializedArray<byte>(work.Chunk.Length + (work.Chunk.Length / 8)) : buffer;
            this.ReadText(work, buffer);
            this.row += work.Chunk.Records;
            this.Advance(work);
            return work;
        }
    }

    /// <summary>Hands out no more.</summary>
    public void Stop()
    {
        lock (this.gate)
        {
            this.stopped = true;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => this.stream?.Dispose();

    private void ReadText(CsvChunkWork work, byte[] buffer)
    {
        try
        {
            this.stream ??= OpenAt(work.Plan.File, work.Chunk.Offset);
            this.stream.ReadExactly(buffer, 0, work.Chunk.Length);
        }
        catch (IOException exception)
        {
            this.stopped = true;
            string reason = exception is EndOfStreamException ? "it became shorter while it was read." : exception.Message;
            throw new ModelBuildException(DataDiagnostics.DataFileUnreadable, $"The file cannot be read: {reason}", new SourceLocation(work.Plan.File.Path));
        }
    }

    private void Advance(CsvChunkWork work)
    {
        this.chunk++;
        if (work.EndsFile)
        {
            this.stream?.Dispose();
            (this.stream, this.chunk, this.file) = (null, 0, this.file + 1);
        }
    }

    private static Stream OpenAt(DataFile file, long offset)
    {
        Stream stream = CsvFile.OpenText(file);
        if (stream.CanSeek)
        {
            stream.Position = offset;
            return stream;
        }

        byte[] skipped = new byte[1 << 16];
        for (long left = offset; left > 0; left -= Math.Min(left, skipped.Length))
        {
            stream.ReadExactly(skipped, 0, (int)Math.Min(left, skipped.Length));
        }

        return stream;
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;

namespace ModelSdk.Engine.Data;

/// <summary>Divides CSV text into chunks.</summary>
/// <param name="stream">The text, read to its end.</param>
/// <param name="offset">Bytes of the text before the stream's position.</param>
/// <param name="reading">How long chunks are.</param>
internal sealed class CsvChunkStream(Stream stream, long offset, CsvReading reading)
{
    private const int ReadLength = 1 << 16;
    private byte[] bytes = new byte[ReadLength + RecordScan.Step];
    private int count;
    private int used;
    private bool ended;

    // Where the scan of the chunk stands.
    private RecordScan scan;
    private int scanned;
    private int recordStart;
    private int records;
    private int goal;

    /// <summary>The text of the chunk, valid until the next one is read.</summary>
    public ReadOnlyMemory<byte> Text => this.bytes.AsMemory(0, this.used);

    /// <summary>Goes to the next chunk.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="headerOnly">Whether the chunk is to have just one record.</param>
    /// <returns>False at the end of the text, and behind a record that is too long.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public bool Read(out CsvChunk chunk, bool headerOnly = false)
    {
        int step = headerOnly ? 1 : reading.RowsInBlock;
        int length = headerOnly ? 1 : reading.ChunkLength;
        offset += this.used;
        this.bytes.AsSpan(this.used, this.count - this.used).CopyTo(this.bytes);
        this.count -= this.used;
        (this.scan, this.scanned, this.recordStart, this.records, this.goal) = (default, 0, 0, 0, step);
        bool cut = false;
        bool overlong = false;
        while (!cut && this.HasMore())
        {
            cut = this.Scan(step, length, out this.used, out overlong);
        }

        if (!cut)
        {
            this.used = this.count;
            this.records += this.recordStart < this.count ? 1 : 0;
        }

        chunk = new CsvChunk(offset, this.used, this.records, overlong);
        this.EndIf(overlong);
        return this.used > 0;
    }

    /// <summary>Behind a record that is too long nothing is read.</summary>
    private void EndIf(bool overlong)
    {
        this.ended |= overlong;
        this.count = overlong ? this.used : this.count;
    }

    /// <summary>Makes sure that a whole step is in memory, or the rest of the text.</summary>
    private bool HasMore()
    {
        while (!this.ended && this.count < this.scanned + RecordScan.Step)
        {
            int needed = this.count + ReadLength + RecordScan.Step;
            if (needed > this.bytes.Length)
            {
                Array.Resize(ref this.bytes, (int)Math.Min(Array.MaxLength, Math.Max(needed, 2L * this.bytes.Length)));
            }

            int read = stream.Read(this.bytes, this.count, ReadLength);
            this.count += read;
            this.ended = read == 0;
        }

        if (this.ended)
        {
            // The last step is filled up with zeros.
            this.bytes.AsSpan(this.count, RecordScan.Step).Clear();
        }

        return this.scanned < this.count;
    }

    /// <summary>Looks at one step; true where the chunk ends in it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Scan(int step, int length, out int end, out bool overlong)
    {
        ulong recordEnds = this.scan.Next(this.bytes.AsSpan(this.scanned, RecordScan.Step), out ulong lineEnds);
        int firstEnd = Math.Min(this.count, this.scanned + BitOperations.TrailingZeroCount(lineEnds));
        overlong = firstEnd - this.recordStart > CsvReading.MaximumRecordLength;
        if (overlong)
        {
            end = this.recordStart + CsvReading.MaximumRecordLength + 1;
            this.records++;
            return true;
        }

        return this.Cut(recordEnds, step, length, out end) || this.Advance(recordEnds, lineEnds);
    }

    /// <summary>Finds the first record end in a step at which the chunk may end.</summary>
    private bool Cut(ulong recordEnds, int step, int length, out int end)
    {
        int before = this.records;
        end = 0;
        for (; before + BitOperations.PopCount(recordEnds) >= this.goal; this.goal += step)
        {
            for (; before < this.goal - 1; before++)
            {
                recordEnds &= recordEnds - 1;
            }

            end = this.scanned + BitOperations.TrailingZeroCount(recordEnds) + 1;
            if (end >= length)
            {
                this.records = this.goal;
                return true;
            }
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Advance(ulong recordEnds, ulong lineEnds)
    {
        this.recordStart = lineEnds == 0 ? this.recordStart : this.scanned + RecordScan.Step - BitOperations.LeadingZeroCount(lineEnds);
        this.records += BitOperations.PopCount(recordEnds);
        this.scanned += RecordScan.Step;
        return false;
    }
}

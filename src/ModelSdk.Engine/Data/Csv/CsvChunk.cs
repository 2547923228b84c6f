namespace ModelSdk.Engine.Data;

/// <summary>A piece of CSV text that begins and ends between records.</summary>
/// <param name="Offset">Bytes of the text before it, a byte-order mark included.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Records">How many records it has, blank lines aside.</param>
/// <param name="IsOverlong">Whether its last record is cut off because it is longer than <see cref="CsvReading.MaximumRecordLength"/>.</param>
internal readonly record struct CsvChunk(long Offset, int Length, int Records, bool IsOverlong = false);

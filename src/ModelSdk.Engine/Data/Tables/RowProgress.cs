using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Data;

/// <summary>Counts rows and says how many there are at every multiple of 16 384.</summary>
/// <param name="log">Gets the progress.</param>
internal sealed class RowProgress(IEngineLog log)
{
    private const int RowsBetweenReports = 1 << 14;

    /// <summary>How many rows have been read.</summary>
    public long Rows { get; private set; }

    /// <summary>Counts further rows.</summary>
    public void Add(long rows)
    {
        long reported = this.Rows / RowsBetweenReports;
        this.Rows += rows;
        while (reported < this.Rows / RowsBetweenReports)
        {
            log.Progress($"{Count.Of(++reported * RowsBetweenReports, "row")} read");
        }
    }
}

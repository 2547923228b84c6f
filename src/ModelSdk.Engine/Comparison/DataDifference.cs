using ModelSdk.Engine.Profiles;

namespace ModelSdk.Engine.Comparison;

/// <summary>How the data of two versions differs.</summary>
/// <param name="SameData">Whether both were made from the same data, by its digest.</param>
public sealed record DataDifference(bool SameData)
{
    /// <summary>The rows of the data that was profiled.</summary>
    public CountDifference Rows { get; init; } = new(null, null);

    /// <summary>The rows that were fitted.</summary>
    public CountDifference TrainingRows { get; init; } = new(null, null);

    /// <summary>The rows that were judged.</summary>
    public CountDifference TestRows { get; init; } = new(null, null);

    /// <summary>The columns that only the later data has, in its order.</summary>
    public IReadOnlyList<string> ColumnsAdded { get; init; } = [];

    /// <summary>The columns that only the earlier data has, in its order.</summary>
    public IReadOnlyList<string> ColumnsRemoved { get; init; } = [];

    /// <summary>How far each column that both have moved, the greatest first; null where a profile is missing.</summary>
    public IReadOnlyList<ColumnDrift>? Drift { get; init; }
}

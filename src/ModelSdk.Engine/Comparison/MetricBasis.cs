namespace ModelSdk.Engine.Comparison;

/// <summary>On which rows the metrics of two versions were computed.</summary>
public enum MetricBasis
{
    /// <summary>Both versions were judged on the same test rows when they were built.</summary>
    SameRows,

    /// <summary>The earlier version was scored again on the test rows of the later one.</summary>
    Rescored,

    /// <summary>Each version was judged on its own test rows: part of a difference may come from the rows.</summary>
    OtherRows,
}

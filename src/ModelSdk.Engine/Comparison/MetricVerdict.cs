namespace ModelSdk.Engine.Comparison;

/// <summary>What a difference of a metric means.</summary>
public enum MetricVerdict
{
    /// <summary>The values are equal, but for rounding.</summary>
    Same,

    /// <summary>The later value is the better one.</summary>
    Better,

    /// <summary>The later value is the worse one.</summary>
    Worse,

    /// <summary>One side has no value, or this version of the SDK does not know which values of the metric are better.</summary>
    Unknown,
}

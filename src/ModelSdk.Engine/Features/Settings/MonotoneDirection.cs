namespace ModelSdk.Engine.Features;

/// <summary>Which way a prediction may move with a feature; the numbers are those of <see cref="DesignColumn.Monotone"/>.</summary>
internal enum MonotoneDirection
{
    /// <summary>Both.</summary>
    None = 0,

    /// <summary>Up.</summary>
    Increasing = 1,

    /// <summary>Down.</summary>
    Decreasing = -1,
}

namespace ModelSdk.Engine.Gates;

/// <summary>How a value is compared with a limit.</summary>
public enum GateBoundKind
{
    /// <summary>The value must be the limit or greater.</summary>
    Min,

    /// <summary>The value must be the limit or smaller.</summary>
    Max,

    /// <summary>The value must be better than the limit, by more than rounding can make; the limit is the naive predictor's value.</summary>
    BetterThanNaive,
}

namespace ModelSdk.Engine.Gates;

/// <summary>How a value is compared with a limit.</summary>
public enum GateBoundKind
{
    /// <summary>The value must be the limit or greater.</summary>
    Min,

    /// <summary>The value must be the limit or smaller.</summary>
    Max,

    /// <summary>The value may be smaller than the baseline's by the limit at most.</summary>
    MaxDrop,

    /// <summary>The value may be greater than the baseline's by the limit at most.</summary>
    MaxRise,

    /// <summary>The value may be smaller than the baseline's by the limit at most, in percent of the baseline's absolute value.</summary>
    MaxDropPercent,

    /// <summary>The value may be greater than the baseline's by the limit at most, in percent of the baseline's absolute value.</summary>
    MaxRisePercent,

    /// <summary>The value must be better than the limit, by more than rounding can make; the limit is the naive predictor's value.</summary>
    BetterThanNaive,
}

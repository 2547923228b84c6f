namespace ModelSdk.Engine.Gates;

/// <summary>What came out of a bound, or of all of them.</summary>
public enum GateOutcome
{
    /// <summary>The bound holds. Of a whole: every bound that was judged holds, and at least one was.</summary>
    Passed,

    /// <summary>The bound is broken, or there was no value to judge. Of a whole: at least one bound.</summary>
    Failed,

    /// <summary>Nobody looked: <c>ModelGate</c> is <c>Off</c>, or no evaluation was asked for and no gate declared.</summary>
    NotJudged,
}

using ModelSdk.Contracts.Models.Trees;

namespace ModelSdk.LightGbm.Model;

/// <summary>Numeric splits of LightGBM in our kernel's terms (<c>Tree::NumericalDecision</c> in LightGBM's source).</summary>
internal static class NumericSplit
{
    // LightGBM takes a value within ± this bound for 0 before it looks at trees (<c>RowPairFunctionFromDenseMatric</c>).
    private const double ZeroBound = 1e-35f;

    /// <summary>The threshold that sends every value where LightGBM sends it.</summary>
    /// <param name="threshold">LightGBM's threshold.</param>
    public static double Threshold(double threshold) => threshold switch
    {
        >= -ZeroBound and < 0 => Math.BitDecrement(-ZeroBound),
        >= 0 and < ZeroBound => ZeroBound,
        _ => threshold,
    };

    /// <summary>Where missing values go.</summary>
    /// <param name="decision">LightGBM's decision.</param>
    /// <param name="threshold">LightGBM's threshold.</param>
    public static TreeDecision Decision(DecisionType decision, double threshold)
    {
        TreeDecision left = decision.DefaultLeft ? TreeDecision.MissingLeft : TreeDecision.None;
        return decision.Missing switch
        {
            MissingType.NaN => left,
            MissingType.Zero => left | TreeDecision.MissingIsZero | TreeDecision.ZeroIsMissing,

            // NaN counts as 0, so that its side is known beforehand.
            _ => threshold >= 0 ? TreeDecision.MissingLeft : TreeDecision.None,
        };
    }
}

namespace ModelSdk.Engine.Gates;

/// <summary>The arithmetic of bounds on the change against a baseline.</summary>
internal static class RelativeBound
{
    public static bool IsRelative(this GateBoundKind kind) =>
        kind is GateBoundKind.MaxDrop or GateBoundKind.MaxRise or GateBoundKind.MaxDropPercent or GateBoundKind.MaxRisePercent;

    public static bool IsPercent(this GateBoundKind kind) => kind is GateBoundKind.MaxDropPercent or GateBoundKind.MaxRisePercent;

    public static bool IsDrop(this GateBoundKind kind) => kind is GateBoundKind.MaxDrop or GateBoundKind.MaxDropPercent;

    /// <summary>How much the value dropped, or rose; for percents in percent of the baseline. NaN for a percentage of 0, unless nothing changed to the worse.</summary>
    public static double Change(GateBoundKind kind, double value, double baseline)
    {
        double change = kind.IsDrop() ? baseline - value : value - baseline;
        return !kind.IsPercent() ? change
            : baseline != 0 ? 100 * change / Math.Abs(baseline)
            : change <= 0 ? 0 : double.NaN;
    }

    /// <summary>Whether the change is within the limit, but for what rounding can make.</summary>
    public static bool Holds(GateBoundKind kind, double value, double baseline, double limit)
    {
        double scale = kind.IsPercent() ? 100 : Math.Max(Math.Abs(value), Math.Abs(baseline));
        return Change(kind, value, baseline) <= limit + (GateJudge.RoundingMargin * scale);
    }
}

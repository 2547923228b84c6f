using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Gates;

/// <summary>A <c>&lt;GateWaiver&gt;</c>: lets a failed gate pass for a while, for a reason that the record keeps.</summary>
/// <param name="Metric">The metric whose gates it covers.</param>
/// <param name="Reason">Why, never empty.</param>
/// <param name="Expires">The last day on which a commit or promotion may rely on it, UTC.</param>
/// <param name="Location">The element that declared it.</param>
public sealed record GateWaiver(string Metric, string Reason, DateOnly Expires, SourceLocation Location)
{
    /// <summary>The last day as records write it.</summary>
    public string ExpiresText => this.Expires.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

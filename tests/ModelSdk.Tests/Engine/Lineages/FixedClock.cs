using System.Globalization;

namespace ModelSdk.Tests.Engine.Lineages;

/// <summary>A clock that stands.</summary>
internal sealed class FixedClock(string time) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
}

using System.Globalization;
using ModelSdk.Contracts.Json;
using ModelSdk.Engine.Files;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Gates;

/// <summary>Waivers as <c>gate.json</c> and version records write them.</summary>
public static class GateWaiverJson
{
    /// <summary>The members <c>metric</c>, <c>reason</c> and <c>expires</c>.</summary>
    /// <param name="waiver">The waiver.</param>
    public static JsonValue Write(GateWaiver waiver)
    {
        ArgumentNullException.ThrowIfNull(waiver);
        return new JsonObjectBuilder { { "metric", waiver.Metric }, { "reason", waiver.Reason }, { "expires", waiver.ExpiresText } }.Build();
    }

    /// <summary>Reads a waiver.</summary>
    /// <param name="value">What <see cref="Write"/> wrote.</param>
    /// <param name="location">Where messages point to.</param>
    /// <exception cref="JsonFormatException">A member is missing or no day.</exception>
    public static GateWaiver Read(JsonValue value, SourceLocation location)
    {
        ArgumentNullException.ThrowIfNull(value);
        string expires = value.Required("expires", JsonKind.String).Text;
        return DateOnly.TryParseExact(expires, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? new GateWaiver(value.Required("metric", JsonKind.String).Text, value.Required("reason", JsonKind.String).Text, day, location)
            : throw new JsonFormatException($"\"expires\" is \"{expires}\"");
    }
}

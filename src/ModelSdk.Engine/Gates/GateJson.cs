using System.Text.Json.Serialization;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Files;

namespace ModelSdk.Engine.Gates;

/// <summary>How <c>gate.json</c> becomes bytes.</summary>
[JsonSerializable(typeof(GateDocument))]
internal sealed partial class GateJson : JsonSerializerContext
{
    public static GateJson Indented { get; } = new(ArtifactJson.Options(
        new JsonStringEnumConverter<GateOutcome>(allowIntegerValues: false),
        new JsonStringEnumConverter<GateMode>(allowIntegerValues: false),
        new JsonStringEnumConverter<GateBoundKind>(allowIntegerValues: false),
        new JsonStringEnumConverter<DiagnosticSeverity>(allowIntegerValues: false)));
}

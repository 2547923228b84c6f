using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ModelSdk.Contracts.Diagnostics;

namespace ModelSdk.Engine.Gates;

/// <summary>How <c>gate.json</c> becomes bytes.</summary>
[JsonSerializable(typeof(GateDocument))]
internal sealed partial class GateJson : JsonSerializerContext
{
    /// <summary>Indented, LF on every system, enumerations by name.</summary>
    public static GateJson Indented { get; } = new(new JsonSerializerOptions
    {
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters =
        {
            new JsonStringEnumConverter<GateOutcome>(allowIntegerValues: false),
            new JsonStringEnumConverter<GateMode>(allowIntegerValues: false),
            new JsonStringEnumConverter<GateBoundKind>(allowIntegerValues: false),
            new JsonStringEnumConverter<DiagnosticSeverity>(allowIntegerValues: false),
        },
    });
}

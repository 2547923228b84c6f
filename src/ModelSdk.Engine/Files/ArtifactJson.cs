using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ModelSdk.Engine.Files;

/// <summary>How the JSON artifacts in <c>obj/model</c> are written and read.</summary>
internal static class ArtifactJson
{
    /// <summary>
    /// Indented, LF on every system, enumerations by name, nothing unknown or doubled accepted. Names stay readable: the file is data, and
    /// whoever puts it into HTML encodes it there.
    /// </summary>
    /// <param name="converters">Converters of the document's enumerations.</param>
    public static JsonSerializerOptions Options(params JsonConverter[] converters)
    {
        JsonSerializerOptions options = new()
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
        };
        foreach (JsonConverter converter in converters)
        {
            options.Converters.Add(converter);
        }

        return options;
    }
}

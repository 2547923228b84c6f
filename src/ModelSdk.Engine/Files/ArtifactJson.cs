using System.Text;
using ModelSdk.Contracts.Json;

namespace ModelSdk.Engine.Files;

/// <summary>
/// Writes and reads the JSON artifacts in <c>obj/model</c> with the reader and writer of the contracts: a serializer's generic code is compiled
/// anew in every run of the engine, which costs more than all that it writes.
/// </summary>
internal static class ArtifactJson
{
    /// <summary>The file's content: UTF-8, indented, LF, with a final line end.</summary>
    public static byte[] Write(JsonObjectBuilder document) => Encoding.UTF8.GetBytes(JsonText.Indented(document.Build()));

    /// <summary>Reads a document of a known format.</summary>
    /// <param name="content">The file's content.</param>
    /// <param name="what">What the file is, for messages: <c>evaluation</c>.</param>
    /// <param name="format">The only format that is read.</param>
    /// <param name="read">Makes the value from the document.</param>
    /// <exception cref="InvalidDataException">The content is not such a document.</exception>
    public static T Read<T>(ReadOnlySpan<byte> content, string what, int format, Func<JsonValue, T> read)
    {
        try
        {
            JsonValue root = JsonReader.Parse(Encoding.UTF8.GetString(content));
            double found = root.Required("format", JsonKind.Number).Number;
            return found == format
                ? read(root)
                : throw new InvalidDataException($"The {what} has format {JsonText.Number(found)}; this version reads format {format}.");
        }
        catch (JsonFormatException exception)
        {
            throw new InvalidDataException($"The {what} cannot be read: {exception.Message}.", exception);
        }
    }

    /// <summary>The member of that name.</summary>
    /// <exception cref="JsonFormatException">It is missing or of another kind.</exception>
    public static JsonValue Required(this JsonValue value, string name, JsonKind kind) =>
        value[name] is { } member && member.Kind == kind ? member : throw new JsonFormatException($"\"{name}\" is missing or no {kind}");

    /// <summary>The member of that name as an enumeration's value.</summary>
    /// <exception cref="JsonFormatException">It is missing or no value of the enumeration.</exception>
    public static T Word<T>(this JsonValue value, string name)
        where T : struct, Enum
    {
        string text = value.Required(name, JsonKind.String).Text;
        return Enum.TryParse(text, out T word) && Enum.IsDefined(word) ? word : throw new JsonFormatException($"\"{name}\" is \"{text}\"");
    }
}

using System.Globalization;
using ModelSdk.Contracts.Json;

namespace ModelSdk.Contracts.Versions;

/// <summary>The members of a record, each of which must be there.</summary>
internal sealed class RecordMembers
{
    private readonly JsonValue root;
    private readonly string what;

    private RecordMembers(JsonValue root, string what)
    {
        this.root = root;
        this.what = what;
    }

    /// <summary>Reads a record of a known format.</summary>
    /// <exception cref="FormatException">The text is no JSON, or of another format.</exception>
    public static RecordMembers Parse(string text, string what, int format)
    {
        JsonValue root = JsonReader.Parse(text);
        double? found = root["format"]?.Number;
        string refused = string.Create(CultureInfo.InvariantCulture, $"The {what} has format \"{found}\"; this version reads format {format}.");
        return found == format ? new RecordMembers(root, what)
            : found > format ? throw new NewerFormatException(refused)
            : throw new FormatException(refused);
    }

    /// <summary>A text.</summary>
    /// <exception cref="FormatException">It is missing or no text.</exception>
    public string Text(string name) => this.Member(name, JsonKind.String).Text;

    /// <summary>A list of texts.</summary>
    /// <exception cref="FormatException">It is missing or no list.</exception>
    public IReadOnlyList<string> Texts(string name) => [.. this.Member(name, JsonKind.Array).Items.Select(item => item.Text)];

    /// <summary>A member, where there is one.</summary>
    public JsonValue? Optional(string name) => this.root[name];

    private JsonValue Member(string name, JsonKind kind) =>
        this.root[name] is { } member && member.Kind == kind ? member : throw new FormatException($"The {this.what} has no \"{name}\".");
}

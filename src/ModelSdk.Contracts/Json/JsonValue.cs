namespace ModelSdk.Contracts.Json;

/// <summary>
/// An immutable JSON value that knows where it stood in its file. It exists beside System.Text.Json because the generator may bring no
/// dependency into the compiler, and because a diagnostic needs line and column.
/// </summary>
public sealed class JsonValue
{
    private JsonValue(JsonKind kind, TextPosition position)
    {
        this.Kind = kind;
        this.Position = position;
    }

    /// <summary>The literal <c>null</c>.</summary>
    public static JsonValue Null { get; } = new(JsonKind.Null, default);

    /// <summary>The kind of this value.</summary>
    public JsonKind Kind { get; }

    /// <summary>Where the value began in its file.</summary>
    public TextPosition Position { get; }

    /// <summary>The text of a string; empty for other kinds.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The value of a number; 0 for other kinds.</summary>
    public double Number { get; private set; }

    /// <summary>The value of a boolean; false for other kinds.</summary>
    public bool Boolean { get; private set; }

    /// <summary>The elements of an array; empty for other kinds.</summary>
    public IReadOnlyList<JsonValue> Items { get; private set; } = [];

    /// <summary>The members of an object in file order; empty for other kinds.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonValue>> Members { get; private set; } = [];

    /// <summary>The member of that name, or null where there is none.</summary>
    /// <param name="name">The member's name, compared ordinally.</param>
    public JsonValue? this[string name] => this.Members.FirstOrDefault(member => member.Key == name).Value;

    /// <summary>Makes a string.</summary>
    public static JsonValue Of(string text, TextPosition position = default) => new(JsonKind.String, position) { Text = text };

    /// <summary>Makes a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is NaN or infinite, which JSON cannot hold.</exception>
    public static JsonValue Of(double number, TextPosition position = default) =>
        double.IsNaN(number) || double.IsInfinity(number)
            ? throw new ArgumentOutOfRangeException(nameof(number), number, "JSON holds finite numbers only.")
            : new(JsonKind.Number, position) { Number = number };

    /// <summary>Makes a boolean.</summary>
    public static JsonValue Of(bool value, TextPosition position = default) => new(JsonKind.Boolean, position) { Boolean = value };

    /// <summary>Makes an array.</summary>
    public static JsonValue Of(IEnumerable<JsonValue> items, TextPosition position = default) =>
        new(JsonKind.Array, position) { Items = [.. items] };

    /// <summary>Makes an array of strings.</summary>
    public static JsonValue Of(IEnumerable<string> items) => Of(items.Select(item => Of(item)));

    /// <summary>Makes an object; the order of the members is kept.</summary>
    public static JsonValue Of(IEnumerable<KeyValuePair<string, JsonValue>> members, TextPosition position = default) =>
        new(JsonKind.Object, position) { Members = [.. members] };

    /// <summary>Makes the literal null at a place.</summary>
    internal static JsonValue NullAt(TextPosition position) => new(JsonKind.Null, position);
}

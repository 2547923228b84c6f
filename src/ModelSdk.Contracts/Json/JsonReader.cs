using System.Globalization;
using System.Text;

namespace ModelSdk.Contracts.Json;

/// <summary>Reads RFC 8259 JSON strictly: no comments, no trailing commas, no duplicate members, at most 64 levels.</summary>
public sealed class JsonReader
{
    private const int MaximumDepth = 64;
    private readonly string text;
    private int index;
    private int line = 1;
    private int lineStart;

    private JsonReader(string text) => this.text = text;

    private TextPosition Position => new(this.line, this.index - this.lineStart + 1);

    /// <summary>Reads one JSON value that fills the whole text; a byte-order mark in front is skipped.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The value, with the place of every part.</returns>
    /// <exception cref="JsonFormatException">The text is not JSON.</exception>
    public static JsonValue Parse(string text)
    {
        JsonReader reader = new(text);
        if (text.Length > 0 && text[0] == '\uFEFF')
        {
            reader.index = reader.lineStart = 1;
        }

        reader.SkipWhitespace();
        JsonValue value = reader.ReadValue(0);
        reader.SkipWhitespace();
        return reader.index == text.Length ? value : throw reader.Error("expected the end of the file");
    }

    private JsonValue ReadValue(int depth)
    {
        if (depth > MaximumDepth)
        {
            throw this.Error($"nested deeper than {MaximumDepth} levels");
        }

        TextPosition position = this.Position;
        return this.Peek() switch
        {
            '{' => this.ReadObject(depth, position),
            '[' => this.ReadArray(depth, position),
            '"' => JsonValue.Of(this.ReadString(), position),
            't' => this.ReadLiteral("true", JsonValue.Of(true, position)),
            'f' => this.ReadLiteral("false", JsonValue.Of(false, position)),
            'n' => this.ReadLiteral("null", JsonValue.NullAt(position)),
            _ => JsonValue.Of(this.ReadNumber(), position),
        };
    }

    private JsonValue ReadObject(int depth, TextPosition position)
    {
        List<KeyValuePair<string, JsonValue>> members = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        this.Take('{');
        this.SkipWhitespace();
        while (this.Peek() != '}')
        {
            TextPosition namePosition = this.Position;
            string name = this.ReadString();
            if (!names.Add(name))
            {
                throw new JsonFormatException($"the member \"{name}\" stands here twice", namePosition);
            }

            this.SkipWhitespace();
            this.Take(':');
            this.SkipWhitespace();
            members.Add(new(name, this.ReadValue(depth + 1)));
            this.TakeSeparator('}');
        }

        this.Take('}');
        return JsonValue.Of(members, position);
    }

    private JsonValue ReadArray(int depth, TextPosition position)
    {
        List<JsonValue> items = [];
        this.Take('[');
        this.SkipWhitespace();
        while (this.Peek() != ']')
        {
            items.Add(this.ReadValue(depth + 1));
            this.TakeSeparator(']');
        }

        this.Take(']');
        return JsonValue.Of(items, position);
    }

    private void TakeSeparator(char end)
    {
        this.SkipWhitespace();
        if (this.Peek() == end)
        {
            return;
        }

        this.Take(',');
        this.SkipWhitespace();
        if (this.Peek() == end)
        {
            throw this.Error($"a comma before '{end}'");
        }
    }

    private string ReadString()
    {
        this.Take('"');
        StringBuilder builder = new();
        while (this.Peek() != '"')
        {
            char character = this.text[this.index];
            if (character < ' ')
            {
                throw this.Error("a control character inside a string");
            }

            this.index++;
            builder.Append(character == '\\' ? this.ReadEscape() : character);
        }

        this.index++;
        return builder.ToString();
    }

    private char ReadEscape()
    {
        char escape = this.Peek();
        this.index++;
        return escape switch
        {
            '"' or '\\' or '/' => escape,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => this.ReadCodeUnit(),
            _ => throw this.Error($"an unknown escape \\{escape}"),
        };
    }

    private char ReadCodeUnit()
    {
        if (this.index + 4 > this.text.Length
            || !ushort.TryParse(this.text.Substring(this.index, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit))
        {
            throw this.Error("\\u needs four hexadecimal digits");
        }

        this.index += 4;
        return (char)unit;
    }

    private double ReadNumber()
    {
        int start = this.index;
        this.TakeOptional('-');
        int integerStart = this.index;
        this.TakeDigits();
        if (this.index - integerStart > 1 && this.text[integerStart] == '0')
        {
            throw this.Error("a number with a leading zero");
        }

        if (this.TakeOptional('.'))
        {
            this.TakeDigits();
        }

        if (this.TakeOptional('e') || this.TakeOptional('E'))
        {
            _ = this.TakeOptional('+') || this.TakeOptional('-');
            this.TakeDigits();
        }

        string digits = this.text.Substring(start, this.index - start);
        double number = double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsInfinity(number) ? throw this.Error($"the number {digits} is too large") : number;
    }

    private void TakeDigits()
    {
        int start = this.index;
        while (this.index < this.text.Length && this.text[this.index] is >= '0' and <= '9')
        {
            this.index++;
        }

        if (this.index == start)
        {
            throw this.Error("expected a value");
        }
    }

    private JsonValue ReadLiteral(string literal, JsonValue value)
    {
        if (string.CompareOrdinal(this.text, this.index, literal, 0, literal.Length) != 0)
        {
            throw this.Error("expected a value");
        }

        this.index += literal.Length;
        return value;
    }

    private char Peek() => this.index < this.text.Length ? this.text[this.index] : throw this.Error("the file ends too early");

    private void Take(char expected)
    {
        if (this.Peek() != expected)
        {
            throw this.Error($"expected '{expected}'");
        }

        this.index++;
    }

    private bool TakeOptional(char character)
    {
        bool taken = this.index < this.text.Length && this.text[this.index] == character;
        this.index += taken ? 1 : 0;
        return taken;
    }

    private void SkipWhitespace()
    {
        for (; this.index < this.text.Length && this.text[this.index] is (' ' or '\t' or '\r' or '\n'); this.index++)
        {
            if (this.text[this.index] == '\n')
            {
                this.line++;
                this.lineStart = this.index + 1;
            }
        }
    }

    private JsonFormatException Error(string message) => new(message, this.Position);
}

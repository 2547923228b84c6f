using System.Globalization;

namespace ModelSdk.LightGbm.Model;

/// <summary>The lines of a model text, read one after the other.</summary>
/// <param name="text">The text.</param>
internal sealed class TextLines(string text)
{
    private readonly string[] lines = text.Split('\n');
    private int next;

    /// <summary>The next line, without its end.</summary>
    /// <exception cref="ModelTextException">There is none.</exception>
    public string Read() => this.next < this.lines.Length ? this.lines[this.next++].TrimEnd('\r') : throw new ModelTextException("the text ends too early");

    /// <summary>The next line that is not empty.</summary>
    /// <exception cref="ModelTextException">There is none.</exception>
    public string ReadFilled()
    {
        string line = this.Read();
        return line.Length > 0 ? line : this.ReadFilled();
    }

    /// <summary>The lines <c>key=value</c> up to an empty one.</summary>
    /// <param name="known">The valid keys.</param>
    /// <exception cref="ModelTextException">A line is another one, or a key comes twice.</exception>
    public TextFields ReadFields(IReadOnlyCollection<string> known)
    {
        int first = this.next + 1;
        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        for (string line = this.Read(); line.Length > 0; line = this.Read())
        {
            string[] parts = line.Split('=', 2);
            if (parts.Length < 2 || !known.Contains(parts[0]) || !fields.TryAdd(parts[0], parts[1]))
            {
                throw new ModelTextException(string.Create(CultureInfo.InvariantCulture, $"line {this.next} is unknown or comes twice: {ModelSdk.Engine.Logging.Quote.Value(line)}"));
            }
        }

        return new TextFields(fields, first);
    }
}

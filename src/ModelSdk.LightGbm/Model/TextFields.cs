using System.Globalization;
using System.Numerics;
using ModelSdk.Engine.Logging;

namespace ModelSdk.LightGbm.Model;

/// <summary>Lines <c>key=value</c> of a model text.</summary>
/// <param name="fields">The values by key.</param>
/// <param name="line">The number of the first line, for messages.</param>
internal sealed class TextFields(IReadOnlyDictionary<string, string> fields, int line)
{
    /// <summary>A value.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="ModelTextException">It is missing.</exception>
    public string Text(string key) => fields.TryGetValue(key, out string? value) ? value : throw this.Error(key, "is missing");

    /// <summary>A whole number ≥ 0.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="ModelTextException">It is missing or another text.</exception>
    public int Count(string key) => this.Parse<int>(key, this.Text(key)) is >= 0 and int count ? count : throw this.Error(key, "is negative");

    /// <summary>Numbers, separated by spaces.</summary>
    /// <param name="key">The key; missing where there are no numbers.</param>
    /// <param name="count">How many there are.</param>
    /// <typeparam name="T">Their type.</typeparam>
    /// <exception cref="ModelTextException">There are more or fewer, or one is no finite number.</exception>
    public T[] Numbers<T>(string key, int count)
        where T : INumberBase<T> => this.List(key, count, part => this.Parse<T>(key, part));

    /// <summary>Numbers, separated by spaces, among them infinite ones: the threshold between all values and the missing ones.</summary>
    /// <param name="key">The key; missing where there are no numbers.</param>
    /// <param name="count">How many there are.</param>
    /// <exception cref="ModelTextException">There are more or fewer, or one is no number.</exception>
    public double[] Thresholds(string key, int count) => this.List(key, count, part => part switch
    {
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        _ => this.Parse<double>(key, part),
    });

    /// <summary>The fault of a value.</summary>
    /// <param name="key">The key.</param>
    /// <param name="problem">What is wrong.</param>
    public ModelTextException Error(string key, string problem) => new(string.Create(CultureInfo.InvariantCulture, $"{key} after line {line} {problem}"));

    private T[] List<T>(string key, int count, Func<string, T> parse)
    {
        T[] items = [.. fields.GetValueOrDefault(key, "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(parse)];
        return items.Length == count ? items : throw this.Error(key, string.Create(CultureInfo.InvariantCulture, $"has {items.Length} numbers, not {count}"));
    }

    private T Parse<T>(string key, string text)
        where T : INumberBase<T> =>
        T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out T? number) && T.IsFinite(number) ? number : throw this.Error(key, $"holds {Quote.Value(text)}, which is no finite number");
}

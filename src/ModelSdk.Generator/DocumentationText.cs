using System.Globalization;
using System.Text;
using ModelSdk.Contracts.Json;
using ModelSdk.Contracts.Schema;
using ModelSdk.Generator.Model;

namespace ModelSdk.Generator;

/// <summary>Text of a contract as it may stand in comments: on one line, without control or direction characters, and encoded for XML.</summary>
internal static class DocumentationText
{
    /// <summary>The text on one line. A line end of any kind would end the comment and begin code.</summary>
    public static string Plain(string text)
    {
        StringBuilder builder = new(text.Length);
        for (int index = 0; index < text.Length; index++)
        {
            bool pair = char.IsSurrogatePair(text, index);
            if (pair)
            {
                builder.Append(text[index++]).Append(text[index]);
            }
            else if (IsPrintable(text[index]))
            {
                builder.Append(text[index]);
            }
            else if (builder.Length > 0 && builder[builder.Length - 1] != ' ')
            {
                builder.Append(' ');
            }
        }

        return builder.ToString().Trim();
    }

    /// <summary>The text on one line, encoded for XML.</summary>
    public static string Encode(string text) => Plain(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>A summary: the description or, without one, the column's name.</summary>
    public static string Summary(string? description, string column) =>
        description is null || Plain(description).Length == 0 ? $"The column <c>{Encode(column)}</c>." : Encode(description);

    /// <summary>What else the contract knows, as sentences: the column's name where a description stands in the summary, unit, range, values.</summary>
    public static IEnumerable<string> Remarks(InputFeature feature)
    {
        if (Plain(feature.Description ?? "").Length > 0)
        {
            yield return $"Column <c>{Encode(feature.Column)}</c>.";
        }

        if (feature.Unit is { Length: > 0 } unit)
        {
            yield return $"Unit: {Encode(unit)}.";
        }

        if (feature.Minimum is { } minimum && feature.Maximum is { } maximum)
        {
            yield return $"Seen from {JsonText.Number(minimum)} to {JsonText.Number(maximum)}.";
        }

        if (feature.ClosedCategories.Count > 0)
        {
            yield return OneOf(feature.ClosedCategories);
        }

        if (feature.IsForecastTime)
        {
            yield return $"One of the next steps after the last time of the training data, up to the model's horizon{(feature.Kind == ColumnKind.Date ? ", as exactly as the data has it (UTC)" : "")}; any other gives NaN. The predictor's <c>Model.ForecastTimes</c> lists them.";
        }

        if (feature.IsForecastSeries)
        {
            yield return "Which series is forecast; one that the training data does not have gives NaN.";
        }

        if (feature.Nullable)
        {
            yield return "Null where missing.";
        }
    }

    /// <summary>What else the contract knows of the label, as sentences.</summary>
    public static IEnumerable<string> Remarks(PredictedLabel label)
    {
        if (Plain(label.Description ?? "").Length > 0)
        {
            yield return $"Column <c>{Encode(label.Column)}</c>.";
        }

        if (label.Unit is { Length: > 0 } unit)
        {
            yield return $"Unit: {Encode(unit)}.";
        }

        if (label.Shape is LabelShape.TwoClasses or LabelShape.ManyClasses)
        {
            yield return OneOf(label.Classes.Select(item => item.Name));
        }
    }

    private static string OneOf(IEnumerable<string> values) => $"One of {string.Join(", ", values.Select(value => $"<c>{Encode(value)}</c>"))}.";

    private static bool IsPrintable(char character) =>
        character == ' ' || !(char.IsWhiteSpace(character) || char.IsControl(character) || char.IsSurrogate(character)
            || CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.Format || character is '\uFFFE' or '\uFFFF');
}

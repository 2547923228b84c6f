using ModelSdk.Contracts.Json;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Files;

namespace ModelSdk.Engine.Profiles;

/// <summary>Writes and reads profiles as JSON. What is written reads back as the same profile, to the bit.</summary>
public static class TableProfileJson
{
    /// <summary>Writes a profile.</summary>
    /// <param name="profile">The profile.</param>
    public static JsonValue Write(TableProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return new JsonObjectBuilder { { "rows", profile.Rows }, { "columns", JsonValue.Of(profile.Columns.Select(Write)) } }.Build();
    }

    /// <summary>Reads a profile.</summary>
    /// <param name="value">What <see cref="Write(TableProfile)"/> wrote.</param>
    /// <exception cref="JsonFormatException">The value is no profile.</exception>
    public static TableProfile Read(JsonValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        int rows = Count(value, "rows");
        return new TableProfile(rows, [.. value.Required("columns", JsonKind.Array).Items.Select(column => Read(column, rows))]);
    }

    // Names and counts of the categories stand in two arrays, because an indented array of plain values takes one line.
    private static JsonValue Write(ColumnDistribution column)
    {
        JsonObjectBuilder builder = new()
        {
            { "name", column.Name },
            { "role", column.Role.ToString() },
            { "kind", column.Kind.ToString() },
            { "missing", column.Missing },
        };
        if (column.IsNumber)
        {
            builder.Add("mean", column.Mean);
            builder.Add("quantiles", JsonValue.Of(column.Quantiles.Select(value => JsonValue.Of(value))));
        }
        else
        {
            builder.Add("distinct", column.Distinct);
            builder.Add("categories", column.Categories.Select(category => category.Name));
            builder.Add("counts", JsonValue.Of(column.Categories.Select(category => JsonValue.Of(category.Count))));
            builder.Add("otherCount", column.OtherCount);
        }

        return builder.Build();
    }

    private static ColumnDistribution Read(JsonValue value, int rows)
    {
        ColumnDistribution column = new(
            value.Required("name", JsonKind.String).Text, value.Word<ColumnRole>("role"), value.Word<ColumnKind>("kind"), rows, Count(value, "missing"));
        return value["distinct"] is null
            ? column with { Mean = value["mean"] is null ? null : value.Required("mean", JsonKind.Number).Number, Quantiles = Quantiles(value) }
            : column with { Distinct = Count(value, "distinct"), Categories = Categories(value), OtherCount = Count(value, "otherCount") };
    }

    private static double[] Quantiles(JsonValue value)
    {
        double[] quantiles = [.. Items(value, "quantiles", JsonKind.Number).Select(item => item.Number)];
        return quantiles.Length is 0 or ColumnDistribution.QuantileCount ? quantiles : throw new JsonFormatException("\"quantiles\" has another number of values");
    }

    private static CategoryCount[] Categories(JsonValue value)
    {
        string[] names = [.. Items(value, "categories", JsonKind.String).Select(item => item.Text)];
        int[] counts = [.. Items(value, "counts", JsonKind.Number).Select(item => Count("counts", item))];
        return names.Length == counts.Length && names.Distinct().Count() == names.Length
            ? [.. names.Zip(counts, (name, count) => new CategoryCount(name, count))]
            : throw new JsonFormatException("\"categories\" and \"counts\" do not match");
    }

    private static IReadOnlyList<JsonValue> Items(JsonValue value, string name, JsonKind kind)
    {
        IReadOnlyList<JsonValue> items = value.Required(name, JsonKind.Array).Items;
        return items.All(item => item.Kind == kind) ? items : throw new JsonFormatException($"\"{name}\" holds something that is no {kind}");
    }

    private static int Count(JsonValue value, string name) => Count(name, value.Required(name, JsonKind.Number));

    private static int Count(string name, JsonValue number) =>
        number.Number is >= 0 and <= int.MaxValue && number.Number == Math.Floor(number.Number)
            ? (int)number.Number
            : throw new JsonFormatException($"\"{name}\" is no number of rows", number.Position);
}

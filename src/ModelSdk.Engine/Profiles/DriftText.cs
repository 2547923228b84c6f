using System.Globalization;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Profiles;

/// <summary>Words for what moved in a column.</summary>
internal static class DriftText
{
    private const int TenPercent = 5;

    /// <summary>The greatest change in a few words; <c>unchanged</c> where there is none to tell.</summary>
    /// <param name="before">The column as it was.</param>
    /// <param name="after">The column as it is.</param>
    /// <param name="moved">Whether the column moved so far that equal means do not explain it.</param>
    public static string Of(ColumnDistribution before, ColumnDistribution after, bool moved)
    {
        string[] parts = [after.IsNumber ? Numbers(before, after, moved) : Category(before, after), Missing(before, after)];
        string text = string.Join(", ", parts.Where(part => part.Length > 0));
        return text.Length > 0 ? text : "unchanged";
    }

    private static string Numbers(ColumnDistribution before, ColumnDistribution after, bool moved)
    {
        if (before.Mean is null && after.Mean is null)
        {
            return "";
        }

        string earlier = Number(before.Mean, before.Kind);
        string later = Number(after.Mean, after.Kind);
        return "mean " + Change(earlier, later) + (moved && earlier == later ? $", 10 to 90 % of the values {Change(Middle(before), Middle(after))}" : "");
    }

    private static string Middle(ColumnDistribution column) => column.Quantiles.Count == 0
        ? "–"
        : $"{Number(column.Quantiles[TenPercent], column.Kind)} to {Number(column.Quantiles[^(TenPercent + 1)], column.Kind)}";

    private static string Number(double? value, ColumnKind kind) => (value, kind) switch
    {
        (null, _) => "–",
        ({ } days, ColumnKind.Date) => Day(days),
        ({ } number, _) => MetricText.Of(number),
    };

    private static string Day(double days)
    {
        double least = (DateTime.MinValue - DateTime.UnixEpoch).TotalDays;
        double most = (DateTime.MaxValue.Date - DateTime.UnixEpoch).TotalDays;
        return DateTime.UnixEpoch.AddDays(Math.Clamp(days, least, most)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static string Category(ColumnDistribution before, ColumnDistribution after)
    {
        (string? name, double earlier, double later) = CategoryShares.Pairs(before, after).MaxBy(pair => Math.Abs(pair.After - pair.Before));
        string change = Change(Percent(earlier), Percent(later));
        return name is not null ? $"{Quote.Value(name)} {change}" : earlier == later ? "" : $"other categories {change}";
    }

    private static string Missing(ColumnDistribution before, ColumnDistribution after)
    {
        string earlier = Percent(before.Share(before.Missing));
        string later = Percent(after.Share(after.Missing));
        return earlier == later ? "" : $"missing {Change(earlier, later)}";
    }

    private static string Change(string before, string after) => before == after ? after : $"{before} → {after}";

    private static string Percent(double share)
    {
        double percent = 100 * share;
        bool nearAnEnd = percent is (> 0 and < 1) or (> 99 and < 100);
        return percent.ToString(nearAnEnd ? "0.##" : "0", CultureInfo.InvariantCulture) + " %";
    }
}

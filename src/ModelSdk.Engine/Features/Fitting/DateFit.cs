using ModelSdk.Contracts;
using ModelSdk.Contracts.Models;
using ModelSdk.Engine.Logging;
using ModelSdk.Runtime.Features;

namespace ModelSdk.Engine.Features;

/// <summary>Fits how a date is taken apart.</summary>
internal static class DateFit
{
    // Two points on a circle are one indicator; their sine and cosine would say it twice.
    private const int FewestPoints = 3;

    private static readonly DatePart[] Cycles = [DatePart.Month, DatePart.DayOfWeek];
    private static readonly DatePart[] Plain = [DatePart.Elapsed, DatePart.Year, DatePart.Month, DatePart.DayOfMonth, DatePart.DayOfWeek];

    /// <summary>Fits the encoding.</summary>
    /// <param name="encoding">The feature.</param>
    /// <param name="present">Its values in the training rows, at least one.</param>
    /// <param name="origin">From which day elapsed days count, in days since 1970-01-01.</param>
    /// <param name="settings">What the project says.</param>
    /// <param name="location">Where the feature stands, for diagnostics.</param>
    public static FeatureEncoding Apply(FeatureEncoding encoding, double[] present, double origin, FeatureSettings settings, SourceLocation location)
    {
        double mean = NumberFit.FiniteMean(encoding.Column, present, location);
        IEnumerable<DatePart> parts = settings.DateParts ?? (encoding.Native ? NativeParts(present) : CalledFor(present));
        return encoding with
        {
            Origin = origin,
            Fill = encoding.Native ? 0 : NumberFit.Fill(present, mean, settings),
            Parts = new EquatableArray<DatePartEncoding>(parts.Order().Select(part => Fit(part, encoding.Native, present, origin, settings))),
        };
    }

    private static IEnumerable<DatePart> NativeParts(double[] present) => present.Any(DateSlot.HasTime) ? [.. Plain, DatePart.Hour] : Plain;

    private static IEnumerable<DatePart> CalledFor(double[] present)
    {
        IEnumerable<DatePart> cycles = present.Any(DateSlot.HasTime) ? [.. Cycles, DatePart.Hour] : Cycles;
        return cycles.Where(part => present.Select(days => DateSlot.Part(part, days, 0)).Distinct().Take(FewestPoints).Count() == FewestPoints).Prepend(DatePart.Elapsed);
    }

    private static DatePartEncoding Fit(DatePart part, bool native, double[] present, double origin, FeatureSettings settings)
    {
        if (native || part is not (DatePart.Elapsed or DatePart.Year))
        {
            return new DatePartEncoding(part, IsCyclical: !native);
        }

        (double mean, double scale) = NumberScale.Fit(Array.ConvertAll(present, days => DateSlot.Part(part, days, origin)), settings.Scale);
        return new DatePartEncoding(part, IsCyclical: false) { Mean = mean, Scale = scale };
    }
}

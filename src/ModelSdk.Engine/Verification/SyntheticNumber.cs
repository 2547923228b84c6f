using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Verification;

/// <summary>Numbers, booleans and dates near those that a feature was fitted on.</summary>
internal static class SyntheticNumber
{
    private const double MillisecondsPerDay = 86_400_000;
    private const double LargestExponent = 700;

    /// <summary>A value of a feature.</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="step">Any number; another one gives another value.</param>
    public static double Of(FeatureEncoding feature, uint step)
    {
        double deviations = ((step % 65) - 32.0) / 8;
        double value = feature.Quantiles.Count > 0 ? feature.Quantiles[(int)(step % (uint)feature.Quantiles.Count)] : feature.Mean + (feature.Scale * deviations);
        value = feature.Transform == FeatureTransform.Log ? Math.Sign(value) * DeterministicMath.ExpM1(Math.Min(Math.Abs(value), LargestExponent)) : value;
        return feature.Kind switch
        {
            ColumnKind.Boolean => step % 2,
            ColumnKind.Integer => Math.Round(value),
            ColumnKind.Date => Date(feature, deviations),
            _ => value,
        };
    }

    // Whole milliseconds, which every date can hold; days stay within the years 1 to 9999.
    private static double Date(FeatureEncoding feature, double deviations)
    {
        bool elapses = feature.Parts.Count > 0 && feature.Parts[0].Part == DatePart.Elapsed;
        (double mean, double scale) = elapses ? (feature.Parts[0].Mean + feature.Origin, feature.Parts[0].Scale)
            : feature.Parts.Count > 0 ? (feature.Fill, 400)
            : (feature.Mean, feature.Scale);
        double days = mean + (scale * deviations);
        return Math.Round(Math.Clamp(days, -719_000, 2_900_000) * MillisecondsPerDay) / MillisecondsPerDay;
    }
}

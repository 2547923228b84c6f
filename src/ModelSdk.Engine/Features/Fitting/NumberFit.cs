using ModelSdk.Contracts;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Models;
using ModelSdk.Engine.Logging;
using ModelSdk.Runtime.Features;

namespace ModelSdk.Engine.Features;

/// <summary>Fits what fills, transforms and scales a number or boolean.</summary>
internal static class NumberFit
{
    /// <summary>How many quantiles a scale by quantiles has, where there are as many values.</summary>
    public const int MostQuantiles = 100;

    /// <summary>Fits the encoding.</summary>
    /// <param name="encoding">The feature.</param>
    /// <param name="present">Its values in the training rows, at least one.</param>
    /// <param name="settings">What the project says.</param>
    /// <param name="location">Where the feature stands, for diagnostics.</param>
    /// <exception cref="ModelBuildException">The values are too large.</exception>
    public static FeatureEncoding Apply(FeatureEncoding encoding, double[] present, FeatureSettings settings, SourceLocation location)
    {
        double mean = FiniteMean(encoding.Column, present, location);
        double[] values = settings.Transform == FeatureTransform.Log ? Array.ConvertAll(present, FeatureNumber.SignedLog) : present;
        FeatureEncoding filled = encoding with { Fill = Fill(present, mean, settings), Transform = settings.Transform };
        if (settings.Scale == FeatureScale.Quantile)
        {
            return filled with { Quantiles = Quantiles(values) };
        }

        (double center, double scale) = NumberScale.Fit(values, settings.Scale);
        return filled with { Mean = center, Scale = scale };
    }

    /// <summary>The mean of the values.</summary>
    /// <exception cref="ModelBuildException">It is infinite, or their spread is.</exception>
    public static double FiniteMean(string feature, double[] present, SourceLocation location)
    {
        (double mean, double deviation) = Moments.Of([.. present]);
        return double.IsFinite(mean) && double.IsFinite(deviation) ? mean : throw new ModelBuildException(
            TrainingDiagnostics.FeatureNotFinite,
            $"The values of the feature {Quote.Value(feature)} are infinite or so large that their mean or spread is; rescale the column or set its role to \"ignore\".",
            location);
    }

    /// <summary>What stands in for a missing value.</summary>
    /// <param name="present">The values in the training rows.</param>
    /// <param name="mean">Their mean.</param>
    /// <param name="settings">What the project says.</param>
    public static double Fill(double[] present, double mean, FeatureSettings settings) => settings.Impute switch
    {
        FeatureImpute.Median => new OrderStatistics(present).Median,
        FeatureImpute.Constant => settings.ImputeValue ?? mean,
        _ => mean,
    };

    private static EquatableArray<double> Quantiles(double[] values)
    {
        OrderStatistics sorted = new(values);
        int count = Math.Min(MostQuantiles, values.Length);
        return new EquatableArray<double>(Enumerable.Range(0, count).Select(index => sorted.Quantile(index, Math.Max(count - 1, 1))));
    }
}

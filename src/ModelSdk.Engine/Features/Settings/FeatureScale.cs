namespace ModelSdk.Engine.Features;

/// <summary>What is subtracted from a number and what it is divided by, all taken from the training rows.</summary>
public enum FeatureScale
{
    /// <summary>Mean and population standard deviation.</summary>
    Standard,

    /// <summary>The least value and the range, so that the training rows lie between 0 and 1.</summary>
    MinMax,

    /// <summary>The median and the distance between the quartiles, which outliers do not move.</summary>
    Robust,

    /// <summary>The value becomes the share of rows below it, 0 to 1, between 100 quantiles.</summary>
    Quantile,

    /// <summary>Nothing.</summary>
    None,
}

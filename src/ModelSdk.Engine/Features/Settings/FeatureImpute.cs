namespace ModelSdk.Engine.Features;

/// <summary>What stands in for a missing value, before anything else happens to it.</summary>
public enum FeatureImpute
{
    /// <summary>The mean of the training rows.</summary>
    Mean,

    /// <summary>The median of the training rows.</summary>
    Median,

    /// <summary>A value that the project sets.</summary>
    Constant,
}

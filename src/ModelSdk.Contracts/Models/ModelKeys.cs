namespace ModelSdk.Contracts.Models;

/// <summary>The metadata keys and tensor names of a model file.</summary>
public static class ModelKeys
{
    /// <summary>The version of the layout below, <c>1</c>.</summary>
    public const string Format = "modelsdk.format";

    /// <summary>The contract's semantic part, canonical JSON.</summary>
    public const string Contract = "modelsdk.contract";

    /// <summary>The fitted preprocessing, canonical JSON: a list of <see cref="FeatureEncoding"/>.</summary>
    public const string Features = "modelsdk.features";

    /// <summary>The trainer's name.</summary>
    public const string Trainer = "modelsdk.trainer";

    /// <summary>The kernel that scores: <c>linear</c>, <c>trees</c>, <c>network</c> or <c>forecast</c>.</summary>
    public const string Kernel = "modelsdk.kernel";

    /// <summary>What turns margins into scores: <c>identity</c>, <c>logistic</c>, <c>softmax</c>, <c>exponential</c> or <c>isolation</c>.</summary>
    public const string Link = "modelsdk.link";

    /// <summary>For binary models, the least score of the positive class that counts as positive; a number as text.</summary>
    public const string Threshold = "modelsdk.threshold";

    /// <summary>Linear models: F64 [outputs, encoded columns], on the standardised scale.</summary>
    public const string Coefficients = "linear.coefficients";

    /// <summary>Linear models: F64 [outputs], on the standardised scale.</summary>
    public const string Intercepts = "linear.intercepts";

    /// <summary>Forecasts: F64 [1], the last training time, as a slot.</summary>
    public const string ForecastOrigin = "forecast.origin";

    /// <summary>Forecasts: F64 [1], how far two steps are apart, in slot units or in months.</summary>
    public const string ForecastStep = "forecast.step";

    /// <summary>Forecasts: F64 [1], the day of the month where steps are months, else 0.</summary>
    public const string ForecastAnchorDay = "forecast.anchorDay";

    /// <summary>Forecasts: F64 [series, groups], what tells the series apart, as slots, in ascending order.</summary>
    public const string ForecastSeries = "forecast.series";

    /// <summary>Forecasts: F64 [series, steps], the value for each step after the last training time.</summary>
    public const string ForecastValues = "forecast.values";

    /// <summary>Networks: before the number of the layer, from 0: F64 [units, inputs].</summary>
    public const string NetworkWeights = "network.weights.";

    /// <summary>Networks: before the number of the layer, from 0: F64 [units].</summary>
    public const string NetworkBiases = "network.biases.";
}

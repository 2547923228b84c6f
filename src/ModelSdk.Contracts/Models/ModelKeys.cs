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
}

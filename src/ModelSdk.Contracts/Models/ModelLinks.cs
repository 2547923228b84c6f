using ModelSdk.Contracts.Schema;

namespace ModelSdk.Contracts.Models;

/// <summary>What turns margins into scores, by the names that model files hold.</summary>
public static class ModelLinks
{
    /// <summary>The margin is the score.</summary>
    public const string Identity = "identity";

    /// <summary>1 / (1 + e^−margin).</summary>
    public const string Logistic = "logistic";

    /// <summary>e^margin divided by the sum over all classes.</summary>
    public const string Softmax = "softmax";

    /// <summary>e^margin.</summary>
    public const string Exponential = "exponential";

    /// <summary>2^−margin.</summary>
    public const string Isolation = "isolation";

    /// <summary>The links that a model of a task may have, the usual one first.</summary>
    /// <param name="task">What is predicted.</param>
    public static IReadOnlyList<string> For(ModelTask task) => task switch
    {
        ModelTask.Regression or ModelTask.Forecasting => [Identity, Exponential],
        ModelTask.BinaryClassification => [Logistic, Identity],
        ModelTask.MulticlassClassification => [Softmax, Identity],
        _ => [Isolation],
    };
}

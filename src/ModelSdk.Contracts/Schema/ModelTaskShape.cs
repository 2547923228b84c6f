namespace ModelSdk.Contracts.Schema;

/// <summary>What tasks have in common.</summary>
public static class ModelTaskShape
{
    /// <summary>Whether the prediction is a number, as the label is.</summary>
    /// <param name="task">A task.</param>
    public static bool PredictsNumber(this ModelTask task) => task is ModelTask.Regression or ModelTask.Forecasting;

    /// <summary>Whether the prediction is one score from 0 to 1 and the decision between two classes.</summary>
    /// <param name="task">A task.</param>
    public static bool HasTwoClasses(this ModelTask task) => task is ModelTask.BinaryClassification or ModelTask.AnomalyDetection;
}

namespace ModelSdk.Contracts.Schema;

/// <summary>What a model predicts.</summary>
public enum ModelTask
{
    /// <summary>A number.</summary>
    Regression,

    /// <summary>One of two classes.</summary>
    BinaryClassification,

    /// <summary>One of three or more classes.</summary>
    MulticlassClassification,

    /// <summary>How unusual a row is, from 0 to 1. The label says which rows are known anomalies; only the evaluation reads it.</summary>
    AnomalyDetection,

    /// <summary>Later values of a series, from its time column and its earlier values.</summary>
    Forecasting,
}

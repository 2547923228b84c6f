using ModelSdk.Contracts.Schema;
using static ModelSdk.Engine.Evaluation.MetricDirection;

namespace ModelSdk.Engine.Evaluation;

/// <summary>Every metric that this version computes, with scikit-learn's definitions.</summary>
public static class MetricCatalog
{
    private const double Unbounded = double.PositiveInfinity;

    private static readonly ModelTask[] Regression = [ModelTask.Regression, ModelTask.Forecasting];
    private static readonly ModelTask[] Binary = [ModelTask.BinaryClassification, ModelTask.AnomalyDetection];
    private static readonly ModelTask[] Multiclass = [ModelTask.MulticlassClassification];
    private static readonly ModelTask[] Classification = [ModelTask.BinaryClassification, ModelTask.AnomalyDetection, ModelTask.MulticlassClassification];

    /// <summary>Root mean squared error, in the label's unit.</summary>
    public static MetricDefinition Rmse { get; } = new("Rmse", LowerIsBetter, 0, Unbounded, Regression);

    /// <summary>Mean squared error, in the label's unit squared.</summary>
    public static MetricDefinition Mse { get; } = new("Mse", LowerIsBetter, 0, Unbounded, Regression);

    /// <summary>Mean absolute error, in the label's unit.</summary>
    public static MetricDefinition Mae { get; } = new("Mae", LowerIsBetter, 0, Unbounded, Regression);

    /// <summary>Median absolute error, in the label's unit.</summary>
    public static MetricDefinition MedianAbsoluteError { get; } = new("MedianAbsoluteError", LowerIsBetter, 0, Unbounded, Regression);

    /// <summary>The greatest absolute error, in the label's unit.</summary>
    public static MetricDefinition MaxError { get; } = new("MaxError", LowerIsBetter, 0, Unbounded, Regression);

    /// <summary>Coefficient of determination: the share of the label's variance that is explained, bias counted as error.</summary>
    public static MetricDefinition R2 { get; } = new("R2", HigherIsBetter, double.NegativeInfinity, 1, Regression);

    /// <summary>The share of the label's variance that is explained, whatever the bias.</summary>
    public static MetricDefinition ExplainedVariance { get; } = new("ExplainedVariance", HigherIsBetter, double.NegativeInfinity, 1, Regression);

    /// <summary>Forecasts: mean absolute error in units of the seasonal naive forecast's error in the training rows.</summary>
    public static MetricDefinition Mase { get; } = new("Mase", LowerIsBetter, 0, Unbounded, [ModelTask.Forecasting]);

    /// <summary>Area under the receiver operating characteristic.</summary>
    public static MetricDefinition RocAuc { get; } = new("RocAuc", HigherIsBetter, 0, 1, Binary);

    /// <summary>Average precision: the area under the precision-recall steps.</summary>
    public static MetricDefinition AveragePrecision { get; } = new("AveragePrecision", HigherIsBetter, 0, 1, Binary);

    /// <summary>The share of rows whose class was predicted.</summary>
    public static MetricDefinition Accuracy { get; } = new("Accuracy", HigherIsBetter, 0, 1, Classification);

    /// <summary>The mean recall of the classes.</summary>
    public static MetricDefinition BalancedAccuracy { get; } = new("BalancedAccuracy", HigherIsBetter, 0, 1, Classification);

    /// <summary>The share of predicted positives that are positive.</summary>
    public static MetricDefinition Precision { get; } = new("Precision", HigherIsBetter, 0, 1, Binary);

    /// <summary>The share of positives that were predicted positive.</summary>
    public static MetricDefinition Recall { get; } = new("Recall", HigherIsBetter, 0, 1, Binary);

    /// <summary>The harmonic mean of precision and recall.</summary>
    public static MetricDefinition F1 { get; } = new("F1", HigherIsBetter, 0, 1, Binary);

    /// <summary>The share of negatives that were predicted negative.</summary>
    public static MetricDefinition Specificity { get; } = new("Specificity", HigherIsBetter, 0, 1, Binary);

    /// <summary>The mean of the classes' precisions.</summary>
    public static MetricDefinition MacroPrecision { get; } = new("MacroPrecision", HigherIsBetter, 0, 1, Multiclass);

    /// <summary>The mean of the classes' recalls.</summary>
    public static MetricDefinition MacroRecall { get; } = new("MacroRecall", HigherIsBetter, 0, 1, Multiclass);

    /// <summary>The mean of the classes' F1.</summary>
    public static MetricDefinition MacroF1 { get; } = new("MacroF1", HigherIsBetter, 0, 1, Multiclass);

    /// <summary>The mean of the classes' F1, weighted by their rows.</summary>
    public static MetricDefinition WeightedF1 { get; } = new("WeightedF1", HigherIsBetter, 0, 1, Multiclass);

    /// <summary>Matthews correlation coefficient between truth and prediction.</summary>
    public static MetricDefinition Mcc { get; } = new("Mcc", HigherIsBetter, -1, 1, Classification);

    /// <summary>Cohen's kappa: agreement beyond chance.</summary>
    public static MetricDefinition CohenKappa { get; } = new("CohenKappa", HigherIsBetter, -1, 1, Classification);

    /// <summary>Mean negative logarithm of the probability that the true class was given, in nats.</summary>
    public static MetricDefinition LogLoss { get; } = new("LogLoss", LowerIsBetter, 0, Unbounded, Classification);

    /// <summary>Mean squared difference between the probability of the positive class and what happened.</summary>
    public static MetricDefinition BrierScore { get; } = new("BrierScore", LowerIsBetter, 0, 1, Binary);

    /// <summary>All metrics, in the order in which files and summaries list them.</summary>
    public static IReadOnlyList<MetricDefinition> All { get; } =
    [
        Rmse, Mse, Mae, MedianAbsoluteError, MaxError, R2, ExplainedVariance, Mase,
        RocAuc, AveragePrecision, Accuracy, BalancedAccuracy, Precision, Recall, F1, Specificity,
        MacroPrecision, MacroRecall, MacroF1, WeightedF1, Mcc, CohenKappa, LogLoss, BrierScore,
    ];

    /// <summary>The metrics of a task, in the order of <see cref="All"/>.</summary>
    /// <param name="task">The model's task.</param>
    public static IReadOnlyList<MetricDefinition> For(ModelTask task) => [.. All.Where(metric => metric.AppliesTo(task))];

    /// <summary>The metric of that name, or null where there is none.</summary>
    /// <param name="name">The name, compared ordinally.</param>
    public static MetricDefinition? Find(string name) => All.FirstOrDefault(metric => metric.Name == name);
}

using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Tests.Engine.Evaluation;

public class MetricVectorTests
{
    private static readonly Dictionary<string, string> ScikitLearnNames = new()
    {
        ["Rmse"] = "rmse",
        ["Mse"] = "mse",
        ["Mae"] = "mae",
        ["MedianAbsoluteError"] = "medae",
        ["MaxError"] = "max_error",
        ["R2"] = "r2",
        ["ExplainedVariance"] = "explained_variance",
        ["RocAuc"] = "roc_auc",
        ["AveragePrecision"] = "average_precision",
        ["Accuracy"] = "accuracy",
        ["BalancedAccuracy"] = "balanced_accuracy",
        ["Precision"] = "precision_zero_division_0",
        ["Recall"] = "recall_zero_division_0",
        ["F1"] = "f1_zero_division_0",
        ["Specificity"] = "specificity",
        ["MacroPrecision"] = "precision_macro_present_classes",
        ["MacroRecall"] = "recall_macro_present_classes",
        ["MacroF1"] = "f1_macro_present_classes",
        ["WeightedF1"] = "f1_weighted_present_classes",
        ["Mcc"] = "mcc",
        ["CohenKappa"] = "cohen_kappa",
        ["LogLoss"] = "log_loss",
        ["BrierScore"] = "brier",
    };

    public static TheoryData<string> Vectors() => MetricVector.Names();

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Metrics_agree_with_scikit_learn(string name)
    {
        MetricVector vector = MetricVector.Load(name);
        if (vector.Input().Scores.Any(double.IsNaN))
        {
            ModelBuildException exception = Assert.Throws<ModelBuildException>(() => Evaluate(vector));
            Assert.Same(EvaluationDiagnostics.PredictionNotFinite, exception.Diagnostic);
            return;
        }

        ModelEvaluation evaluation = Evaluate(vector);
        foreach (MetricDefinition metric in MetricCatalog.For(vector.Task).Where(metric => vector.HasScores || metric != MetricCatalog.LogLoss))
        {
            AssertAgrees(name, metric, vector.Expected(ScikitLearnNames[metric.Name]), evaluation.Metrics);
        }
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Confusion_matrices_agree_with_scikit_learn(string name)
    {
        MetricVector vector = MetricVector.Load(name);
        if (vector.Task == ModelTask.Regression || vector.Input().Scores.Any(double.IsNaN))
        {
            return;
        }

        IReadOnlyList<IReadOnlyList<double>> counts = Evaluate(vector).Confusion!.Counts;
        double[][] expected = vector.ExpectedConfusion();
        for (int actual = 0; actual < expected.Length; actual++)
        {
            Assert.All(expected[actual].Zip(counts[actual]), cell => AssertClose(cell.First, cell.Second, name));
        }
    }

    [Fact]
    public void Every_metric_but_that_of_forecasts_has_a_counterpart_in_scikit_learn() =>
        Assert.Equal(MetricCatalog.All.Where(metric => metric != MetricCatalog.Mase).Select(metric => metric.Name), ScikitLearnNames.Keys);

    private static ModelEvaluation Evaluate(MetricVector vector)
    {
        EvaluationInput input = vector.Input();
        return Evaluator.Evaluate(input, NaiveBaseline.Fit(vector.Task, input.Truth, input.Classes.Count, input.Weights));
    }

    private static void AssertAgrees(string vector, MetricDefinition metric, double? expected, MetricValues metrics)
    {
        // The one place where we differ: without positives scikit-learn gives 0 with a warning, we give no value.
        bool convention = metric == MetricCatalog.AveragePrecision && vector is "bin-04-no-positives" or "bin-13-weights-remove-a-class" && expected == 0;
        double? actual = metrics.Find(metric.Name);
        Assert.Equal(actual is null, metrics.WhyUndefined(metric.Name) is not null);
        Assert.True(convention || expected is null == actual is null, $"{vector}: {metric.Name} is {actual} and should be {expected}.");
        if (!convention && expected is { } value)
        {
            AssertClose(value, actual!.Value, $"{vector}: {metric.Name}");
        }
    }

    private static void AssertClose(double expected, double actual, string what)
    {
        double tolerance = 1e-12 * Math.Max(Math.Abs(expected), double.Epsilon);
        Assert.True(Math.Abs(expected - actual) <= tolerance, $"{what} is {actual:R} and should be {expected:R}.");
    }
}

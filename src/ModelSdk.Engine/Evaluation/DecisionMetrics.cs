namespace ModelSdk.Engine.Evaluation;

/// <summary>
/// Metrics of predicted classes, from the confusion matrix; scikit-learn's definitions. A ratio whose denominator is 0 counts as 0
/// (scikit-learn's <c>zero_division=0</c>).
/// </summary>
internal static class DecisionMetrics
{
    /// <summary>Adds what binary and multiclass models share.</summary>
    public static void CollectCommon(ConfusionMatrix confusion, MetricCollector collector)
    {
        int[] classes = [.. Enumerable.Range(0, confusion.Classes.Count)];
        double total = confusion.Total();
        double correct = Sum(classes, confusion.Correct);
        collector.Add(MetricCatalog.Accuracy, correct / total);
        collector.Add(MetricCatalog.BalancedAccuracy, Mean(classes.Where(index => confusion.Actual(index) > 0), index => Recall(confusion, index)));

        double chance = Sum(classes, index => confusion.Actual(index) * confusion.Predicted(index));
        double actual = Sum(classes, index => confusion.Actual(index) * confusion.Actual(index));
        double predicted = Sum(classes, index => confusion.Predicted(index) * confusion.Predicted(index));
        double covariance = (correct * total) - chance;
        collector.Add(MetricCatalog.Mcc, Ratio(covariance, Math.Sqrt(((total * total) - actual) * ((total * total) - predicted))));
        if (total * total == chance)
        {
            collector.AddUndefined(MetricCatalog.CohenKappa, "labels and predictions are all of one class");
        }
        else
        {
            collector.Add(MetricCatalog.CohenKappa, covariance / ((total * total) - chance));
        }
    }

    /// <summary>Adds the metrics of the positive class.</summary>
    public static void CollectBinary(ConfusionMatrix confusion, int positive, MetricCollector collector)
    {
        collector.Add(MetricCatalog.Precision, Precision(confusion, positive));
        collector.Add(MetricCatalog.Recall, Recall(confusion, positive));
        collector.Add(MetricCatalog.F1, F1(confusion, positive));
        collector.Add(MetricCatalog.Specificity, Recall(confusion, 1 - positive));
    }

    /// <summary>Adds averages over the classes that occur among labels or predictions.</summary>
    public static void CollectMulticlass(ConfusionMatrix confusion, MetricCollector collector)
    {
        int[] present = [.. Enumerable.Range(0, confusion.Classes.Count).Where(index => confusion.Actual(index) > 0 || confusion.Predicted(index) > 0)];
        collector.Add(MetricCatalog.MacroPrecision, Mean(present, index => Precision(confusion, index)));
        collector.Add(MetricCatalog.MacroRecall, Mean(present, index => Recall(confusion, index)));
        collector.Add(MetricCatalog.MacroF1, Mean(present, index => F1(confusion, index)));
        collector.Add(MetricCatalog.WeightedF1, Sum(present, index => confusion.Actual(index) * F1(confusion, index)) / confusion.Total());
    }

    private static double Precision(ConfusionMatrix confusion, int index) => Ratio(confusion.Correct(index), confusion.Predicted(index));

    private static double Recall(ConfusionMatrix confusion, int index) => Ratio(confusion.Correct(index), confusion.Actual(index));

    private static double F1(ConfusionMatrix confusion, int index) =>
        Ratio(2 * confusion.Correct(index), confusion.Actual(index) + confusion.Predicted(index));

    private static double Ratio(double numerator, double denominator) => denominator == 0 ? 0 : numerator / denominator;

    private static double Sum(IEnumerable<int> classes, Func<int, double> term) => NeumaierSum.Of([.. classes.Select(term)]);

    private static double Mean(IEnumerable<int> classes, Func<int, double> term) => Sum(classes, term) / classes.Count();
}

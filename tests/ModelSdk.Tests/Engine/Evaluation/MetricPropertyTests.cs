using CsCheck;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Evaluation;

namespace ModelSdk.Tests.Engine.Evaluation;

public class MetricPropertyTests
{
    private static readonly string[] Errors = ["Rmse", "Mse", "Mae", "MedianAbsoluteError", "MaxError", "BrierScore"];

    [Fact]
    public void Every_value_lies_in_the_range_of_its_metric() =>
        Predictions.Any.Sample(input =>
        {
            ModelEvaluation evaluation = input.Evaluate();
            foreach ((string name, double value) in evaluation.Metrics.Values.Concat(evaluation.Naive.Values))
            {
                MetricDefinition metric = MetricCatalog.Find(name)!;
                Assert.InRange(value, metric.Minimum - 1e-12, metric.Maximum + 1e-12);
            }
        });

    [Fact]
    public void Every_metric_of_the_task_has_either_a_value_or_a_reason() =>
        Predictions.Any.Sample(input =>
        {
            MetricValues metrics = input.Evaluate().Metrics;
            Assert.Equal(
                MetricCatalog.For(input.Task).Select(metric => metric.Name).Order(),
                metrics.Values.Select(pair => pair.Key).Concat(metrics.Undefined.Select(pair => pair.Key)).Order());
        });

    [Fact]
    public void A_perfect_regression_has_no_error_and_explains_everything() =>
        Predictions.Regression().Sample(input => AssertPerfect((input with { Scores = input.Truth }).Evaluate()));

    [Fact]
    public void Perfect_classes_have_scores_of_one_wherever_every_class_occurs() =>
        Gen.OneOf(Predictions.Binary(), Predictions.Multiclass())
            .Where(input => input.Truth.Distinct().Count() == input.Classes.Count)
            .Sample(input => AssertPerfect((input with { Scores = Certain(input) }).Evaluate()));

    [Fact]
    public void The_order_of_rows_does_not_matter() =>
        Gen.Select(Predictions.Any, Gen.Int).Sample((input, seed) =>
        {
            int[] order = [.. Enumerable.Range(0, input.Truth.Length)];
            new Random(seed).Shuffle(order);
            AssertSame(input.Evaluate().Metrics, input.Rows(order).Evaluate().Metrics);
        });

    [Fact]
    public void A_weight_of_two_is_as_good_as_the_row_twice() =>
        Predictions.Any.Sample(input =>
        {
            IEnumerable<int> repeated = Enumerable.Range(0, input.Truth.Length).SelectMany(row => Enumerable.Repeat(row, (int)input.Weights![row]));
            AssertSame(input.Evaluate().Metrics, (input.Rows(repeated) with { Weights = null }).Evaluate().Metrics);
        });

    [Fact]
    public void A_weight_of_zero_is_as_good_as_no_row() =>
        Predictions.Any.Where(input => input.Weights!.Contains(1) && input.Weights!.Count(weight => weight == 1) > 1).Sample(input =>
        {
            double[] weights = [.. input.Weights!.Select(weight => weight == 1 ? 1.0 : 0.0)];
            int[] kept = [.. Enumerable.Range(0, weights.Length).Where(row => weights[row] > 0)];
            ModelEvaluation weighted = (input with { Weights = weights }).Evaluate();
            Assert.Equal(kept.Length, weighted.Rows);
            Assert.Equal((input.Rows(kept) with { Weights = null }).Evaluate().Metrics.Values, weighted.Metrics.Values);
        });

    [Fact]
    public void Roc_auc_is_the_share_of_rightly_ordered_pairs() =>
        Predictions.Binary().Where(input => input.Truth.Distinct().Count() == 2).Sample(input =>
        {
            double right = 0, pairs = 0;
            foreach (int positive in Enumerable.Range(0, input.Truth.Length).Where(row => input.Truth[row] == 1))
            {
                foreach (int negative in Enumerable.Range(0, input.Truth.Length).Where(row => input.Truth[row] == 0))
                {
                    double weight = input.Weights![positive] * input.Weights[negative];
                    right += weight * (input.Scores[positive].CompareTo(input.Scores[negative]) + 1) / 2.0;
                    pairs += weight;
                }
            }

            Assert.Equal(right / pairs, input.Evaluate().Metrics.Find("RocAuc")!.Value, 1e-12);
        });

    [Fact]
    public void Turning_the_classes_round_swaps_recall_and_specificity() =>
        Predictions.Binary().Where(input => !input.Scores.Contains(0.5)).Sample(input =>
        {
            EvaluationInput turned = input with { PositiveIndex = 0, Scores = [.. input.Scores.Select(score => 1 - score)] };
            MetricValues one = input.Evaluate().Metrics;
            MetricValues other = turned.Evaluate().Metrics;
            Assert.Equal(one.Find("Recall"), other.Find("Specificity"));
            Assert.Equal(one.Find("Accuracy"), other.Find("Accuracy"));
            Assert.Equal(one.Find("BrierScore")!.Value, other.Find("BrierScore")!.Value, 1e-12);
        });

    private static double[] Certain(EvaluationInput input) => input.Task == ModelTask.BinaryClassification
        ? input.Truth
        : [.. input.Truth.SelectMany(label => Enumerable.Range(0, input.Classes.Count).Select(index => index == label ? 1.0 : 0.0))];

    private static void AssertPerfect(ModelEvaluation evaluation)
    {
        Assert.Empty(evaluation.Metrics.Undefined);
        Assert.All(evaluation.Metrics.Values, pair =>
            Assert.Equal(Errors.Contains(pair.Key) || pair.Key == "LogLoss" ? 0 : 1, pair.Value, pair.Key == "LogLoss" ? 1e-15 : 1e-12));
    }

    private static void AssertSame(MetricValues expected, MetricValues actual)
    {
        Assert.Equal(expected.Undefined, actual.Undefined);
        Assert.Equal(expected.Values.Select(pair => pair.Key), actual.Values.Select(pair => pair.Key));
        Assert.All(expected.Values.Zip(actual.Values), pair =>
            Assert.Equal(pair.First.Value, pair.Second.Value, 1e-12 * Math.Max(1, Math.Abs(pair.First.Value))));
    }
}

using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Tests.Engine.Evaluation;

public class EvaluatorTests
{
    private static readonly string[] YesNo = ["no", "yes"];

    [Fact]
    public void The_naive_predictor_of_a_regression_is_the_weighted_training_mean()
    {
        NaiveBaseline naive = NaiveBaseline.Fit(ModelTask.Regression, [1, 2, 6], weights: [1, 1, 2]);
        ModelEvaluation evaluation = Evaluator.Evaluate(new(ModelTask.Regression, [0, 10], [1, 9]), naive);

        Assert.Equal([3.75], naive.Values);
        Assert.Equal(5, evaluation.Naive.Find("Mae"));
        Assert.Equal(1, evaluation.Metrics.Find("Mae"));
    }

    [Fact]
    public void The_naive_predictor_of_classes_gives_the_training_frequencies()
    {
        NaiveBaseline naive = NaiveBaseline.Fit(ModelTask.BinaryClassification, [0, 0, 0, 1], 2);
        ModelEvaluation evaluation = Evaluator.Evaluate(Binary([1, 0], [0.9, 0.2]), naive);

        Assert.Equal([0.75, 0.25], naive.Values);
        Assert.Equal(0.5, evaluation.Naive.Find("RocAuc"));
        Assert.Equal(0, evaluation.Naive.Find("Recall"));
        Assert.Equal(((0.75 * 0.75) + (0.25 * 0.25)) / 2, evaluation.Naive.Find("BrierScore"));
    }

    [Fact]
    public void The_naive_predictor_needs_a_training_row() =>
        Assert.Throws<ArgumentException>(() => NaiveBaseline.Fit(ModelTask.Regression, [1], weights: [0]));

    [Fact]
    public void A_score_at_the_threshold_is_positive()
    {
        ModelEvaluation evaluation = (Binary([1, 0], [0.3, 0.29]) with { Threshold = 0.3 }).Evaluate();

        Assert.Equal([[1, 0], [0, 1]], evaluation.Confusion!.Counts);
        Assert.Equal(0.3, evaluation.Threshold);
        Assert.Equal("yes", evaluation.PositiveClass);
    }

    [Fact]
    public void Scores_belong_to_the_positive_class_wherever_it_stands()
    {
        ModelEvaluation evaluation = (Binary([0, 1, 1], [0.9, 0.1, 0.8]) with { PositiveIndex = 0 }).Evaluate();

        Assert.Equal(1, evaluation.Metrics.Find("RocAuc"));
        Assert.Equal(1, evaluation.Metrics.Find("Recall"));
        Assert.Equal(0.5, evaluation.Metrics.Find("Precision"));
        Assert.Equal([[1, 0], [1, 1]], evaluation.Confusion!.Counts);
    }

    [Fact]
    public void Roc_auc_has_no_value_but_a_reason_where_one_class_is_absent()
    {
        MetricValues metrics = Binary([1, 1], [0.9, 0.2]).Evaluate().Metrics;

        Assert.Null(metrics.Find("RocAuc"));
        Assert.Equal("no test row is negative", metrics.WhyUndefined("RocAuc"));
        Assert.Equal(0, metrics.Find("Specificity"));
    }

    [Fact]
    public void Margins_are_not_judged_as_probabilities()
    {
        MetricValues metrics = Binary([1, 0], [2.5, -1]).Evaluate().Metrics;

        Assert.Equal(1, metrics.Find("RocAuc"));
        Assert.NotNull(metrics.WhyUndefined("LogLoss"));
        Assert.NotNull(metrics.WhyUndefined("BrierScore"));
    }

    [Fact]
    public void Probabilities_that_do_not_sum_to_one_have_no_log_loss() =>
        Assert.NotNull(Multiclass([0, 1], [0.5, 0.5, 0.5, 0.2, 0.2, 0.6]).Evaluate().Metrics.WhyUndefined("LogLoss"));

    [Fact]
    public void Of_equal_probabilities_the_first_class_is_predicted() =>
        Assert.Equal([[1, 0, 0], [0, 1, 0], [0, 0, 0]], Multiclass([0, 1], [0.4, 0.4, 0.2, 0.2, 0.4, 0.4]).Evaluate().Confusion!.Counts);

    [Fact]
    public void Without_test_rows_every_metric_is_undefined()
    {
        ModelEvaluation evaluation = Evaluator.Evaluate(Binary([], []), NaiveBaseline.Fit(ModelTask.BinaryClassification, [0, 1], 2));

        Assert.Equal(0, evaluation.Rows);
        Assert.Empty(evaluation.Metrics.Values);
        Assert.Equal(MetricCatalog.For(ModelTask.BinaryClassification).Count, evaluation.Metrics.Undefined.Count);
        Assert.Null(evaluation.Confusion);
    }

    [Fact]
    public void Errors_beyond_the_range_of_floats_are_undefined_not_infinite()
    {
        MetricValues metrics = new EvaluationInput(ModelTask.Regression, [1e200, -1e200], [-1e200, 1e200]).Evaluate().Metrics;

        Assert.NotNull(metrics.WhyUndefined("Rmse"));
        Assert.Equal(2e200, metrics.Find("Mae"));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_prediction_that_is_no_number_is_an_error_that_names_the_row(double score)
    {
        SourceLocation project = new("Churn.csproj");
        EvaluationInput input = Multiclass([0, 1], [1, 0, 0, 0, score, 0]) with { Location = project };
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => input.Evaluate());

        Assert.Same(EvaluationDiagnostics.PredictionNotFinite, exception.Diagnostic);
        Assert.Contains("test row 2", exception.Message, StringComparison.Ordinal);
        Assert.Equal(project, exception.Location);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(0)]
    public void Weights_that_weigh_nothing_are_an_error(double weight)
    {
        EvaluationInput input = Binary([1], [0.5]) with { Weights = [weight] };
        NaiveBaseline naive = NaiveBaseline.Fit(ModelTask.BinaryClassification, [0, 1], 2);

        Assert.Same(EvaluationDiagnostics.RowNotJudgeable, Assert.Throws<ModelBuildException>(() => Evaluator.Evaluate(input, naive)).Diagnostic);
    }

    [Fact]
    public void Arguments_that_do_not_fit_together_are_refused()
    {
        NaiveBaseline naive = NaiveBaseline.Fit(ModelTask.BinaryClassification, [0, 1], 2);
        EvaluationInput fitting = Binary([1, 0], [0.5, 0.5]);

        Assert.Throws<ArgumentException>(() => Evaluator.Evaluate(fitting with { Scores = [0.5] }, naive));
        Assert.Throws<ArgumentException>(() => Evaluator.Evaluate(fitting with { Weights = [1] }, naive));
        Assert.Throws<ArgumentException>(() => Evaluator.Evaluate(fitting with { Truth = [1, 2] }, naive));
        Assert.Throws<ArgumentException>(() => Evaluator.Evaluate(fitting with { Classes = ["one"] }, naive));
        Assert.Throws<ArgumentException>(() => Evaluator.Evaluate(fitting with { PositiveIndex = 2 }, naive));
        Assert.Throws<ArgumentException>(() => Evaluator.Evaluate(fitting, NaiveBaseline.Fit(ModelTask.Regression, [1])));
    }

    private static EvaluationInput Binary(double[] truth, double[] scores) => new(ModelTask.BinaryClassification, truth, scores) { Classes = YesNo };

    private static EvaluationInput Multiclass(double[] truth, double[] scores) =>
        new(ModelTask.MulticlassClassification, truth, scores) { Classes = ["red", "green", "blue"] };
}

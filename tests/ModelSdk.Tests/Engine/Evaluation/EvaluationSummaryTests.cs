using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Evaluation;

namespace ModelSdk.Tests.Engine.Evaluation;

public class EvaluationSummaryTests
{
    [Fact]
    public void The_summary_lines_up_model_and_naive_predictor()
    {
        EvaluationInput input = new(ModelTask.Regression, [1, 2, 4], [1, 2.25, 4]);
        Assert.Equal(
            [
                "Regression, 3 test rows",
                "                         model  naive",
                "  Rmse                  0.1443  1.247",
                "  Mse                  0.02083  1.556",
                "  Mae                  0.08333  1.111",
                "  MedianAbsoluteError        0  1.333",
                "  MaxError                0.25  1.667",
                "  R2                    0.9866      0",
                "  ExplainedVariance     0.9911      0",
            ],
            EvaluationSummary.Lines(input.Evaluate()));
    }

    [Fact]
    public void The_summary_shows_confusion_and_what_has_no_value()
    {
        EvaluationInput input = new(ModelTask.BinaryClassification, [1, 1], [0.75, 0.25]) { Classes = ["no", "yes\n"] };
        IReadOnlyList<string> lines = EvaluationSummary.Lines(input.Evaluate());

        Assert.Equal("Binary classification, 2 test rows; positive is \"yes\\u000a\" from probability 0.5", lines[0]);
        Assert.Contains("  RocAuc has no value: no test row is negative.", lines);
        Assert.Equal(["               \"no\"  \"yes\\u000a\"", "  \"no\"            0            0", "  \"yes\\u000a\"     1            1"], lines.TakeLast(3));
    }

    [Theory]
    [InlineData(0.90434, 0.9, "0.9043")]
    [InlineData(0.899999, 0.9, "0.899999")]
    [InlineData(0.9000001, 0.9, "0.9000001")]
    [InlineData(0.9, 0.9, "0.9")]
    [InlineData(16281.5, 10, "16282")]
    [InlineData(123456789012345678, 10, "1.235E+17")]
    [InlineData(-0.000001234, 0, "-1.234E-06")]
    [InlineData(0, 0.5, "0")]
    public void A_value_beside_a_bound_never_reads_as_on_the_other_side(double value, double bound, string text) =>
        Assert.Equal(text, MetricText.Of(value, bound));
}

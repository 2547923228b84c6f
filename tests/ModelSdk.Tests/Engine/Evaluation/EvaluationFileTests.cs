using System.Text;
using CsCheck;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Evaluation;

namespace ModelSdk.Tests.Engine.Evaluation;

public class EvaluationFileTests
{
    [Fact]
    public void What_is_written_reads_back_to_the_bit() =>
        Predictions.Any.Sample(input =>
        {
            byte[] content = EvaluationFile.Write(input.Evaluate());
            ModelEvaluation read = EvaluationFile.Read(content);
            Assert.Equal(content, EvaluationFile.Write(read));
            Assert.Equal(input.Evaluate().Metrics.Values, read.Metrics.Values);
            Assert.Equal(input.Evaluate().Naive.Undefined, read.Naive.Undefined);
        });

    [Fact]
    public void The_file_has_the_documented_shape()
    {
        EvaluationInput input = new(ModelTask.BinaryClassification, [1, 1], [0.75, 0.25]) { Classes = ["≤50K", ">50K"] };
        string text = Encoding.UTF8.GetString(EvaluationFile.Write(Evaluator.Evaluate(input, NaiveBaseline.Fit(input.Task, [0, 1], 2))));

        Assert.StartsWith(
            """
            {
              "format": 1,
              "task": "BinaryClassification",
              "rows": 2,
              "threshold": 0.5,
              "positiveClass": ">50K",
              "metrics": {
                "AveragePrecision": {
                  "value": 1
                },
            """.ReplaceLineEndings("\n"),
            text,
            StringComparison.Ordinal);
        Assert.Contains("\"undefined\": {\n    \"RocAuc\": \"no test row is negative\"\n  }", text, StringComparison.Ordinal);
        Assert.EndsWith("\"slices\": []\n}\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        Assert.DoesNotContain("lower", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{ "format": 2, "task": "Regression", "rows": 1, "metrics": {}, "naive": {}, "undefined": {} }""")]
    [InlineData("""{ "format": 1, "task": "Poetry", "rows": 1, "metrics": {}, "naive": {}, "undefined": {} }""")]
    [InlineData("""{ "format": 1, "task": "Regression", "rows": 1, "metrics": { "Rmse": {} }, "naive": {}, "undefined": {} }""")]
    public void What_is_no_evaluation_is_refused(string text) =>
        Assert.Throws<InvalidDataException>(() => EvaluationFile.Read(Encoding.UTF8.GetBytes(text)));
}

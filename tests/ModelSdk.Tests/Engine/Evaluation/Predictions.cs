using CsCheck;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Evaluation;

namespace ModelSdk.Tests.Engine.Evaluation;

/// <summary>Random test rows with predictions.</summary>
internal static class Predictions
{
    private static readonly string[] Classes = ["red", "green", "blue"];

    /// <summary>Rows of any task, with whole weights from 1 to 3. Scores are coarse, so that ties are common.</summary>
    public static Gen<EvaluationInput> Any { get; } = Gen.OneOf(Regression(), Binary(), Multiclass());

    public static Gen<EvaluationInput> Regression() =>
        Gen.Select(Gen.Double[-100, 100], Gen.Double[-100, 100], Gen.Int[1, 3]).Array[2, 40]
            .Select(rows => new EvaluationInput(ModelTask.Regression, [.. rows.Select(row => row.Item1)], [.. rows.Select(row => row.Item2)])
            {
                Weights = [.. rows.Select(row => (double)row.Item3)],
            });

    public static Gen<EvaluationInput> Binary() =>
        Gen.Select(Gen.Int[0, 1], Gen.Int[0, 8], Gen.Int[1, 3]).Array[1, 40]
            .Select(rows => new EvaluationInput(ModelTask.BinaryClassification, [.. rows.Select(row => (double)row.Item1)], [.. rows.Select(row => row.Item2 / 8.0)])
            {
                Weights = [.. rows.Select(row => (double)row.Item3)],
                Classes = ["no", "yes"],
            });

    public static Gen<EvaluationInput> Multiclass() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[1, 9].Array[3], Gen.Int[1, 3]).Array[1, 40]
            .Select(rows => new EvaluationInput(
                ModelTask.MulticlassClassification,
                [.. rows.Select(row => (double)row.Item1)],
                [.. rows.SelectMany(row => row.Item2.Select(part => part / (double)row.Item2.Sum()))])
            {
                Weights = [.. rows.Select(row => (double)row.Item3)],
                Classes = Classes,
            });

    /// <summary>The rows of an input in another order, or some of them, or some twice.</summary>
    public static EvaluationInput Rows(this EvaluationInput input, IEnumerable<int> rows)
    {
        int[] order = [.. rows];
        int width = input.Scores.Length / input.Truth.Length;
        return input with
        {
            Truth = [.. order.Select(row => input.Truth[row])],
            Scores = [.. order.SelectMany(row => input.Scores.Skip(row * width).Take(width))],
            Weights = input.Weights is { } weights ? [.. order.Select(row => weights[row])] : null,
        };
    }

    public static ModelEvaluation Evaluate(this EvaluationInput input) =>
        Evaluator.Evaluate(input, NaiveBaseline.Fit(input.Task, input.Truth, input.Classes.Count, input.Weights));
}

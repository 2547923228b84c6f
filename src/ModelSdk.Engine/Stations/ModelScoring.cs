using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Verification;
using ModelSdk.Runtime;

namespace ModelSdk.Engine.Stations;

/// <summary>Scores rows of a table with the Runtime that ships.</summary>
public static class ModelScoring
{
    private const int VerifiedRows = 10_000;

    /// <summary>Judges a model by rows of a table.</summary>
    /// <param name="model">The model.</param>
    /// <param name="table">Rows that fit the contract.</param>
    /// <param name="rows">Which of them.</param>
    /// <param name="contract">The contract.</param>
    /// <param name="naive">The naive predictor, fitted on the training rows: <see cref="NaiveBaseline.Values"/>.</param>
    /// <param name="location">Where to report rows that cannot be judged.</param>
    public static ModelEvaluation Evaluate(
        PredictionModel model, DataTable table, int[] rows, ModelContract contract, IReadOnlyList<double> naive, SourceLocation location) =>
        Evaluate(TableScores.Of(model, table, rows), model.Threshold, table, rows, contract, naive, location);

    /// <summary>Judges scores of rows of a table.</summary>
    internal static ModelEvaluation Evaluate(
        double[] scores, double threshold, DataTable table, int[] rows, ModelContract contract, IReadOnlyList<double> naive, SourceLocation location)
    {
        EvaluationInput input = EvaluationInput.Of(table, rows, contract, scores, threshold, location);
        return Evaluator.Evaluate(input, new NaiveBaseline(contract.Task, naive));
    }

    /// <summary>The rows that the compiled class has to predict alike: the first 10 000, and of the others some with missing and unknown values.</summary>
    /// <param name="model">The model.</param>
    /// <param name="table">Rows that fit the contract.</param>
    /// <param name="rows">The test rows.</param>
    /// <param name="contract">The contract.</param>
    public static VerificationRows VerificationRows(PredictionModel model, DataTable table, int[] rows, ModelContract contract)
    {
        int[] chosen = [.. rows.Take(VerifiedRows), .. IrregularRows.Find(model, table, rows.AsSpan(Math.Min(rows.Length, VerifiedRows)))];
        IReadOnlyList<ContractColumn> features = contract.Features;
        Array[] columns =
        [
            .. features.Select(feature => table.Column(feature.Name)).Select(column => Verification.VerificationRows.TypedColumn(
                column.Schema.Kind, table.Pick(column.Schema.Name, chosen), value => column.Dictionary[(int)value])),
        ];
        double[] scores = TableScores.Of(model, table, chosen);
        return new VerificationRows(chosen.Length, [.. features.Select(feature => feature.Name)], columns, Exposed(model, scores, chosen.Length));
    }

    /// <summary>What a prediction exposes: the value; probability and decision; or every probability and the predicted class.</summary>
    private static double[] Exposed(PredictionModel model, double[] scores, int rows)
    {
        if (model.Task.PredictsNumber())
        {
            return scores;
        }

        int width = model.ScoreCount + 1;
        double[] exposed = new double[rows * width];
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<double> own = scores.AsSpan(row * model.ScoreCount, model.ScoreCount);
            own.CopyTo(exposed.AsSpan(row * width));
            exposed[(row * width) + width - 1] = model.Task.HasTwoClasses()
                ? (model.IsPositive(own[0]) ? 1 : 0)
                : PredictionModel.PredictedClass(own);
        }

        return exposed;
    }
}

using ModelSdk.Engine.Data;
using ModelSdk.Engine.Features;
using ModelSdk.Runtime;

namespace ModelSdk.Engine.Evaluation;

/// <summary>Scores rows of a table with the Runtime that ships.</summary>
public static class TableScores
{
    private const int RowsPerBlock = 2048;

    /// <summary>The scores of rows, row by row as <see cref="PredictionModel.Score"/> gives them.</summary>
    /// <param name="model">The model.</param>
    /// <param name="table">Rows that fit the model's contract.</param>
    /// <param name="rows">Which of them.</param>
    public static double[] Of(PredictionModel model, DataTable table, int[] rows)
    {
        SlotReader reader = new(table, model.Features);
        double[] scores = new double[rows.Length * model.ScoreCount];
        Parallel.For(0, (rows.Length + RowsPerBlock - 1) / RowsPerBlock, block =>
        {
            double[] slots = new double[model.SlotCount];
            int first = block * RowsPerBlock;
            ReadOnlySpan<int> own = rows.AsSpan(first, Math.Min(RowsPerBlock, rows.Length - first));
            SlotBlock values = new(reader, own.Length);
            values.Load(own);
            for (int index = 0; index < own.Length; index++)
            {
                values.Read(index, slots);
                model.Score(slots, scores.AsSpan((first + index) * model.ScoreCount, model.ScoreCount));
            }
        });
        return scores;
    }
}

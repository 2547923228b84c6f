using ModelSdk.Engine.Data;
using ModelSdk.Engine.Features;
using ModelSdk.Runtime;

namespace ModelSdk.Engine.Stations;

/// <summary>Finds rows with missing and unknown values, which take other ways through the code of a predictor.</summary>
internal static class IrregularRows
{
    private const int RowsOfAKind = 100;

    /// <summary>For each feature the first rows in which it is missing, and the first in which its category is unknown.</summary>
    /// <param name="model">The model.</param>
    /// <param name="table">Rows that fit the model's contract.</param>
    /// <param name="rows">Which of them are looked at.</param>
    /// <returns>Up to 100 rows of each kind for each feature, in the order in which they were given, each once.</returns>
    public static IReadOnlyList<int> Find(PredictionModel model, DataTable table, ReadOnlySpan<int> rows)
    {
        SlotBlock values = new(new SlotReader(table, model.Features), DesignMatrix.RowsPerBlock);
        double[] slots = new double[model.SlotCount];
        int[] missing = new int[model.Features.Count];
        int[] unknown = new int[model.Features.Count];
        List<int> found = [];
        for (int start = 0; start < rows.Length; start += DesignMatrix.RowsPerBlock)
        {
            ReadOnlySpan<int> own = rows.Slice(start, Math.Min(DesignMatrix.RowsPerBlock, rows.Length - start));
            values.Load(own);
            for (int index = 0; index < own.Length; index++)
            {
                values.Read(index, slots);
                if (IsWanted())
                {
                    found.Add(own[index]);
                }
            }
        }

        return found;

        bool IsWanted()
        {
            bool isWanted = false;
            for (int slot = 0; slot < missing.Length; slot++)
            {
                bool isUnknown = slots[slot] < 0 && model.Features[slot].IsCategorical;
                if (isUnknown || double.IsNaN(slots[slot]))
                {
                    isWanted |= ++(isUnknown ? unknown : missing)[slot] <= RowsOfAKind;
                }
            }

            return isWanted;
        }
    }
}

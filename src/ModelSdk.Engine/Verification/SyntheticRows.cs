using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Runtime;

namespace ModelSdk.Engine.Verification;

/// <summary>
/// Rows made up from what a model file knows of its features, to compare the compiled class with the engine where no data is. They hold values
/// within four standard deviations of each mean, every known category, an unknown one, and, where the contract allows it, missing values.
/// </summary>
public static class SyntheticRows
{
    private const int LeastRows = 256;
    private const int MostRows = 2048;

    /// <summary>Makes the rows; equal models give equal rows.</summary>
    /// <param name="model">The model.</param>
    /// <param name="contract">A contract that fits it.</param>
    public static DataTable Of(PredictionModel model, ModelContract contract)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(contract);
        int rows = Math.Clamp(2 * model.Features.Max(feature => feature.Categories.Count), LeastRows, MostRows);
        return new DataTable(rows, [.. model.Features.Select((feature, slot) => Column(feature, contract.Features[slot], slot, rows))], "", []);
    }

    private static DataColumn Column(FeatureEncoding feature, ContractColumn schema, int slot, int rows)
    {
        string[] dictionary = feature.IsCategorical ? [.. feature.Categories, .. schema.Closed ? [] : (string[])["\u2014no known category\u2014"]] : [];
        double[] values = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            // Strides that share no factor with each other, so that features do not move together.
            int step = (row * (2 * slot + 3)) + slot;
            bool missing = schema.Nullable && step % 7 == 0;
            values[row] = missing ? double.NaN : dictionary.Length > 0 ? step % dictionary.Length : Number(feature, schema, step);
        }

        return new DataColumn(schema, values, dictionary);
    }

    private static double Number(FeatureEncoding feature, ContractColumn schema, int step)
    {
        double value = feature.Mean + (feature.Scale * ((step % 65) - 32) / 8.0);
        return schema.Kind switch
        {
            ColumnKind.Boolean => step % 2,
            ColumnKind.Integer => Math.Round(value),
            // Whole milliseconds, which every date can hold; days stay within the years 1 to 9999.
            ColumnKind.Date => Math.Round(Math.Clamp(value, -719_000, 2_900_000) * 86_400_000) / 86_400_000,
            _ => value,
        };
    }
}

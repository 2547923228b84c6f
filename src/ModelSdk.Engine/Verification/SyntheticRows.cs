using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Runtime;

namespace ModelSdk.Engine.Verification;

/// <summary>
/// Rows made up from what a model file knows of its features, to compare the compiled class with the engine where no data is. They hold values
/// within four standard deviations of each mean, the known categories (the first 2047), one that is not known, texts, and, where the contract allows
/// it, missing values. For a forecast they are the times of its horizon, one outside, its series, and an unknown one.
/// </summary>
public static class SyntheticRows
{
    private const int LeastRows = 256;
    private const int MostRows = 2048;

    private static readonly string[] Texts = ["a", "Good, really GOOD value!", "not good\tat all", "Straße über Ærø", "ΠΟΛΥ ΚΑΛΟ", "とても良い😀", "…", "42 is 42"];

    /// <summary>Makes the rows; equal models give equal rows.</summary>
    /// <param name="model">The model.</param>
    /// <param name="contract">A contract that fits it.</param>
    public static DataTable Of(PredictionModel model, ModelContract contract)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(contract);
        if (model.ForecastTimes.Count > 0)
        {
            return ForecastRows.Of(model, contract);
        }

        int rows = Math.Clamp(2 * model.Features.Max(feature => feature.Categories.Count), LeastRows, MostRows);
        return new DataTable(rows, [.. model.Features.Select((feature, slot) => Column(feature, contract.Features[slot], slot, rows))], "", []);
    }

    private static DataColumn Column(FeatureEncoding feature, ContractColumn schema, int slot, int rows)
    {
        string[] dictionary = feature.Text is not null ? Texts
            : feature.IsCategorical ? [.. feature.Categories, .. schema.Closed ? [] : (string[])["\u2014no known category\u2014"]]
            : [];
        double[] values = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            uint mixed = Mixed(row, slot);
            // Not in the first round, so that every category occurs.
            bool missing = schema.Nullable && row >= dictionary.Length && mixed % 7 == 0;
            values[row] = missing ? double.NaN : dictionary.Length > 0 ? (row + slot) % dictionary.Length : SyntheticNumber.Of(feature, mixed / 7);
        }

        return new MemoryColumn(schema, values, dictionary);
    }

    /// <summary>Numbers that look random and are the same everywhere, so that features do not move together (the mixer of splitmix32).</summary>
    private static uint Mixed(int row, int slot)
    {
        uint mixed = ((uint)row * 0x9E3779B9) + ((uint)slot * 0x85EBCA6B);
        mixed = (mixed ^ (mixed >> 16)) * 0x21F0AAAD;
        mixed = (mixed ^ (mixed >> 15)) * 0x735A2D97;
        return mixed ^ (mixed >> 15);
    }
}

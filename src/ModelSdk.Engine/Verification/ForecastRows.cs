using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Runtime;

namespace ModelSdk.Engine.Verification;

/// <summary>
/// Rows for which a forecast is to be verified: the times of its horizon and one outside, for its series and one that it does not know. Where that
/// would be more than 2048 rows, so many evenly chosen ones.
/// </summary>
internal static class ForecastRows
{
    private const int MostRows = 2048;
    private const double FarBefore = 100_000;

    /// <summary>Makes the rows; equal models give equal rows.</summary>
    /// <param name="model">A forecast.</param>
    /// <param name="contract">A contract that fits it.</param>
    public static DataTable Of(PredictionModel model, ModelContract contract)
    {
        double[] times = [.. model.ForecastTimes, model.ForecastTimes[0] - FarBefore];
        double[][] series = [.. model.ForecastSeries.Select(key => key.ToArray()), Unknown(model, contract)];
        long all = (long)times.Length * series.Length;
        int rows = (int)Math.Min(all, MostRows);
        long[] chosen = [.. Enumerable.Range(0, rows).Select(row => row * all / rows)];
        IEnumerable<DataColumn> groups = contract.Features.Skip(1).Select((schema, column) => new MemoryColumn(
            schema, Array.ConvertAll(chosen, index => series[index / times.Length][column]), Dictionary(model.Features[column + 1], schema)));
        return new DataTable(rows, [new MemoryColumn(contract.Features[0], Array.ConvertAll(chosen, index => times[index % times.Length]), []), .. groups], "", []);
    }

    private static string[] Dictionary(FeatureEncoding feature, ContractColumn schema) =>
        !feature.IsCategorical ? [] : [.. feature.Categories, .. schema.Closed ? [] : (string[])["\u2014no known category\u2014"]];

    private static double[] Unknown(PredictionModel model, ModelContract contract) =>
        [.. contract.Features.Skip(1).Select((schema, column) => schema.Kind switch
        {
            ColumnKind.Integer => model.ForecastSeries.Max(key => key[column]) + 1,
            ColumnKind.Boolean => 1 - model.ForecastSeries[0][column],
            _ => Dictionary(model.Features[column + 1], schema).Length - 1.0,
        })];
}

using ModelSdk.Contracts.Json;
using ModelSdk.Engine.Training;

namespace ModelSdk.Engine.Stations;

/// <summary>Writes and reads the certainty of a coefficient; what is not a finite number is left out and reads back as NaN.</summary>
internal static class CoefficientStatisticJson
{
    public static JsonValue Write(CoefficientStatistic statistic) => new JsonObjectBuilder
    {
        { "name", statistic.Name },
        { "value", statistic.Value },
        { "standardError", Finite(statistic.StandardError) },
        { "tValue", Finite(statistic.TValue) },
        { "pValue", Finite(statistic.PValue) },
    }.Build();

    public static CoefficientStatistic Read(JsonValue value) => new(
        value["name"]!.Text, value["value"]!.Number, Number(value, "standardError"), Number(value, "tValue"), Number(value, "pValue"));

    private static double? Finite(double number) => double.IsFinite(number) ? number : null;

    private static double Number(JsonValue value, string name) => value[name]?.Number ?? double.NaN;
}

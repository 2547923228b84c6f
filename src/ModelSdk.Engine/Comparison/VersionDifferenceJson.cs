using ModelSdk.Contracts.Json;
using ModelSdk.Engine.Profiles;

namespace ModelSdk.Engine.Comparison;

/// <summary>
/// Writes differences as JSON. A list that was not compared is left out, one without differences is empty. Records of committed versions hold the
/// short form.
/// </summary>
public static class VersionDifferenceJson
{
    private const int PsiDecimals = 6;

    /// <summary>Writes a difference.</summary>
    /// <param name="difference">The difference.</param>
    /// <param name="mostCoefficients">
    /// For the short form, how many coefficients it lists; it also lists only the columns that are not stable. Null
    /// for everything.
    /// </param>
    public static JsonValue Write(VersionDifference difference, int? mostCoefficients)
    {
        ArgumentNullException.ThrowIfNull(difference);
        IEnumerable<CoefficientDifference>? coefficients = difference.Coefficients?.Take(mostCoefficients ?? int.MaxValue);
        return new JsonObjectBuilder
        {
            { "model", difference.Model },
            { "before", difference.Before },
            { "after", difference.After },
            { "sameModel", difference.SameModel },
            { "basis", DifferenceWords.Word(difference.Basis) },
            { "metrics", List(difference.Metrics, Metric) },
            { "contract", List(difference.Contract, change => Pair("bump", DifferenceWords.Word(change.Bump), change.Text)) },
            { "options", List(difference.Options, Option) },
            { "gates", List(difference.Gates, change => Pair("kind", DifferenceWords.Word(change.Kind), change.Text)) },
            { "data", Data(difference.Data, mostCoefficients is not null) },
            { "coefficients", List(coefficients, Coefficient) },
            { "coefficientsChanged", difference.Coefficients?.Count },
            { "notes", difference.Notes },
        }.Build();
    }

    private static JsonValue? List<T>(IEnumerable<T>? items, Func<T, JsonValue> write) => items is null ? null : JsonValue.Of(items.Select(write));

    private static JsonValue Pair(string name, string word, string text) => new JsonObjectBuilder { { name, word }, { "text", text } }.Build();

    private static JsonValue Metric(MetricDifference metric) => new JsonObjectBuilder
    {
        { "name", metric.Name },
        { "before", metric.Before },
        { "after", metric.After },
        { "verdict", DifferenceWords.Word(metric.Verdict) },
    }.Build();

    private static JsonValue Option(OptionDifference option) => new JsonObjectBuilder
    {
        { "name", option.Name },
        { "before", option.Before },
        { "after", option.After },
    }.Build();

    private static JsonValue Data(DataDifference data, bool isShort) => new JsonObjectBuilder
    {
        { "sameData", data.SameData },
        { "rows", Count(data.Rows) },
        { "trainingRows", Count(data.TrainingRows) },
        { "testRows", Count(data.TestRows) },
        { "columnsAdded", data.ColumnsAdded },
        { "columnsRemoved", data.ColumnsRemoved },
        { "drift", data.Drift is null ? null : List(isShort ? DifferenceWords.Moved(data) : data.Drift, Drift) },
    }.Build();

    private static JsonValue? Count(CountDifference count) => count is { Before: null, After: null } ? null : new JsonObjectBuilder
    {
        { "before", count.Before },
        { "after", count.After },
    }.Build();

    private static JsonValue Drift(ColumnDrift drift) => new JsonObjectBuilder
    {
        { "name", drift.Name },
        { "psi", Math.Round(drift.Psi, PsiDecimals) },
        { "level", drift.Level },
        { "text", drift.Text },
    }.Build();

    private static JsonValue Coefficient(CoefficientDifference coefficient) => new JsonObjectBuilder
    {
        { "output", coefficient.Output },
        { "term", coefficient.Term },
        { "before", coefficient.Before },
        { "after", coefficient.After },
        { "standardisedChange", coefficient.StandardisedChange },
    }.Build();
}

using ModelSdk.Contracts.Json;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Training.Linear;

namespace ModelSdk.Cli.Output;

/// <summary>A model as JSON for programs: the version record as it is embedded, and the coefficients.</summary>
internal static class ModelJson
{
    public static string Write(ModelFile model, VersionRecord? record, IReadOnlyList<CoefficientTable> coefficients) => JsonText.Indented(new JsonObjectBuilder
    {
        { "modelDigest", ModelFile.Digest(model.ToBytes()) },
        { "trainer", model.Text(ModelKeys.Trainer) },
        { "version", record is null ? null : JsonReader.Parse(record.ToJson()) },
        { "coefficients", JsonValue.Of(coefficients.Select(Write)) },
    }.Build());

    private static JsonValue Write(CoefficientTable table) => new JsonObjectBuilder
    {
        { "output", table.Output },
        { "intercept", table.Intercept },
        { "terms", JsonValue.Of(table.Rows.Select(Write)) },
    }.Build();

    private static JsonValue Write(Coefficient coefficient) => new JsonObjectBuilder
    {
        { "feature", coefficient.Feature },
        { "term", coefficient.Term },
        { "coefficient", coefficient.Value },
        { "standardised", coefficient.Standardised },
    }.Build();
}

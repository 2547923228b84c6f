using ModelSdk.Cli.Lineages;
using ModelSdk.Contracts.Json;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Comparison;
using ModelSdk.Engine.Training.Linear;
using ModelSdk.Store;

namespace ModelSdk.Cli.Output;

/// <summary>A model as JSON for programs: its record, and the coefficients; of a committed version also what the lineage says of it.</summary>
internal static class ModelJson
{
    public static JsonValue Write(ModelFile model, VersionRecord? record, IReadOnlyList<CoefficientTable> coefficients) => new JsonObjectBuilder
    {
        { "modelDigest", ModelFile.Digest(model.ToBytes()) },
        { "trainer", model.Text(ModelKeys.Trainer) },
        { "version", record is null ? null : JsonReader.Parse(record.ToJson()) },
        { "coefficients", JsonValue.Of(coefficients.Select(Write)) },
    }.Build();

    public static JsonValue Write(VersionDetails details) => new JsonObjectBuilder
    {
        { "id", details.Version.Id },
        { "modelDigest", details.Record.ModelDigest },
        { "trainer", details.Record.Trainer },
        { "version", JsonReader.Parse(details.Record.ToJson()) },
        { "environments", JsonValue.Of(details.States.PlacesOf(details.Version).Select(Write)) },
        { "leaf", details.States.IsLeaf(details.Version) },
        { "retirement", details.States.RetirementOf(details.Version) is { } retirement ? JsonReader.Parse(retirement.ToJson()) : null },
        { "testRows", details.TestRows },
        { "differences", JsonValue.Of(details.Changes.Select(Write)) },
        { "coefficients", JsonValue.Of(details.Coefficients.Select(Write)) },
    }.Build();

    private static JsonValue Write((LineageEnvironment Environment, EnvironmentEvent Head) place) => new JsonObjectBuilder
    {
        { "environment", place.Environment.Name },
        { "since", RecordTime.Write(place.Head.Time) },
        { "author", place.Head.Author },
        { "inConflict", place.Environment.IsInConflict },
    }.Build();

    private static JsonValue Write((VersionEntry Parent, VersionDifference Difference) change) => new JsonObjectBuilder
    {
        { "parent", change.Parent.Id },
        { "difference", VersionDifferenceJson.Write(change.Difference, null) },
    }.Build();

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

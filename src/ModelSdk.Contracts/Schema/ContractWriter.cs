using ModelSdk.Contracts.Json;

namespace ModelSdk.Contracts.Schema;

/// <summary>Writes contracts: the whole file for people, and the semantic part that models and digests carry.</summary>
public static class ContractWriter
{
    /// <summary>Where editors find the JSON Schema of a contract.</summary>
    public const string SchemaAddress = "https://modelsdk.github.io/schemas/contract-1.schema.json";

    /// <summary>The text of <c>Name.schema.json</c>: indented, LF, one final line end.</summary>
    /// <param name="contract">The contract.</param>
    public static string Write(ModelContract contract) => JsonText.Indented(new JsonObjectBuilder
    {
        { "$schema", SchemaAddress },
        { "format", ModelContract.CurrentFormat },
        { "task", contract.Task.ToString() },
        { "columns", JsonValue.Of(contract.Columns.Select(WriteColumn)) },
    }.Build());

    /// <summary>
    /// The part that can change a model or a prediction: task, and of every column in use its name, role, kind, nullability, classes, closed
    /// categories and reference date. Canonical JSON; descriptions, units, ranges, property names and ignored columns are not in it.
    /// </summary>
    /// <param name="contract">The contract.</param>
    public static string WriteSemantics(ModelContract contract) => JsonText.Canonical(new JsonObjectBuilder
    {
        { "format", ModelContract.CurrentFormat },
        { "task", contract.Task.ToString() },
        { "columns", JsonValue.Of(contract.Columns.Where(column => column.Role != ColumnRole.Ignore).Select(WriteColumnSemantics)) },
    }.Build());

    /// <summary>The word for a role or kind in the file: its name in lower case.</summary>
    /// <param name="value">A <see cref="ColumnRole"/> or <see cref="ColumnKind"/>.</param>
    public static string Word(Enum value) => value.ToString().ToLowerInvariant();

    private static JsonValue WriteColumn(ContractColumn column) => new JsonObjectBuilder
    {
        { "name", column.Name },
        { "property", column.Property },
        { "role", Word(column.Role) },
        { "kind", Word(column.Kind) },
        { "nullable", column.Nullable ? true : null },
        { "minimum", column.Minimum },
        { "maximum", column.Maximum },
        { "unit", column.Unit },
        { "description", column.Description },
        { "categories", StringsOrNothing(column.Categories) },
        { "closed", column.Closed ? true : null },
        { "classes", StringsOrNothing(column.Classes) },
        { "positive", column.Positive },
        { "reference", column.Reference is { } day ? ReferenceDay.Text(day) : null },
        { "leakage", column.LeakageAccepted ? "accepted" : null },
    }.Build();

    private static JsonValue WriteColumnSemantics(ContractColumn column) => new JsonObjectBuilder
    {
        { "name", column.Name },
        { "role", Word(column.Role) },
        { "kind", Word(column.Kind) },
        { "nullable", column.Nullable ? true : null },
        { "categories", column.Closed ? StringsOrNothing(column.Categories) : null },
        { "closed", column.Closed ? true : null },
        { "classes", StringsOrNothing(column.Classes) },
        { "positive", column.Positive },
        { "reference", column.Reference is { } day ? ReferenceDay.Text(day) : null },
    }.Build();

    private static JsonValue? StringsOrNothing(EquatableArray<string> strings) => strings.Count == 0 ? null : JsonValue.Of(strings);
}

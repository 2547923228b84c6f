using ModelSdk.Contracts.Digests;
using ModelSdk.Contracts.Json;
using ModelSdk.Contracts.Schema;

namespace ModelSdk.Contracts.Versions;

/// <summary>
/// The C# properties by which callers know the columns of a model. They are no part of the model, so a renamed one trains nothing; but callers that were
/// compiled against the old name break, so it makes another version.
/// </summary>
public static class CallerNames
{
    /// <summary>The property of each feature and of the label, by column, in the contract's order.</summary>
    /// <param name="contract">A whole contract; the semantic part in a model file has no property names.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(ModelContract contract) =>
    [
        .. contract.Columns
            .Where(column => column.Role is ColumnRole.Feature or ColumnRole.Label)
            .Select(column => new KeyValuePair<string, string>(column.Name, column.Property)),
    ];

    /// <summary>A digest of the names, whatever their order; empty where none are known.</summary>
    /// <param name="names">Properties by column.</param>
    public static string Digest(IReadOnlyList<KeyValuePair<string, string>> names) => names.Count == 0 ? "" : Sha256Digest.Of(JsonText.Canonical(Write(names)));

    /// <summary>The properties of columns that both sides have and call differently; each breaks callers.</summary>
    /// <param name="before">Properties by column; none where they are not known.</param>
    /// <param name="after">Properties by column; none where they are not known.</param>
    public static IReadOnlyList<ContractChange> Compare(IReadOnlyList<KeyValuePair<string, string>> before, IReadOnlyList<KeyValuePair<string, string>> after)
    {
        Dictionary<string, string> earlier = before.ToDictionary(name => name.Key, name => name.Value, StringComparer.Ordinal);
        return
        [
            .. after
                .Where(name => earlier.TryGetValue(name.Key, out string? property) && property != name.Value)
                .Select(name => new ContractChange(VersionBump.Major, $"the property of \"{name.Key}\" was {earlier[name.Key]} and is {name.Value}")),
        ];
    }

    internal static JsonValue Write(IReadOnlyList<KeyValuePair<string, string>> names) =>
        JsonValue.Of(names.Select(name => new KeyValuePair<string, JsonValue>(name.Key, JsonValue.Of(name.Value))));
}

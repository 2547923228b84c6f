using System.Globalization;
using ModelSdk.Contracts.Json;

namespace ModelSdk.Contracts.Schema;

/// <summary>Reads and checks contracts. Every problem is found in one pass and carries its place.</summary>
public static class ContractReader
{
    /// <summary>The members of the file; the JSON Schema for editors lists the same.</summary>
    internal static readonly string[] RootMembers = ["$schema", "format", "task", "columns"];

    /// <summary>The members of a column; the JSON Schema for editors lists the same.</summary>
    internal static readonly string[] ColumnMembers =
    [
        "name", "property", "role", "kind", "nullable", "minimum", "maximum", "unit", "description",
        "categories", "closed", "classes", "positive", "reference", "leakage",
    ];

    /// <summary>Reads a contract's file, or its semantic part (columns without a property get one from their name).</summary>
    /// <param name="text">The file's text.</param>
    /// <returns>A valid contract.</returns>
    /// <exception cref="ContractException">The text is not JSON, or not a valid contract.</exception>
    public static ModelContract Read(string text)
    {
        ContractProblems problems = new();
        ModelContract? contract = null;
        try
        {
            contract = ReadContract(JsonReader.Parse(text), problems);
        }
        catch (JsonFormatException exception)
        {
            problems.Add($"The contract is not valid JSON: {exception.Message}.", exception.Position);
        }

        if (contract is not null && problems.Count == 0)
        {
            ContractRules.Check(contract, problems);
        }

        problems.ThrowIfAny();
        return contract!;
    }

    private static ModelContract ReadContract(JsonValue root, ContractProblems problems)
    {
        JsonMembers members = new(root, "the contract", RootMembers, problems);
        double format = members.Number("format") ?? ModelContract.CurrentFormat;
        if (format != ModelContract.CurrentFormat)
        {
            problems.Add(
                $"The contract has format {format.ToString(CultureInfo.InvariantCulture)}; this version reads format {ModelContract.CurrentFormat}.",
                root["format"]!.Position);
        }

        ModelTask task = members.Word<ModelTask>("task", required: true, exact: true) ?? default;
        IEnumerable<ContractColumn> columns = members.Array("columns", required: true).Select(column => ReadColumn(column, problems));
        return new ModelContract(task, new EquatableArray<ContractColumn>(NameProperties([.. columns])));
    }

    // Two columns of the semantic part, which has no properties, may come out alike; the contract's own properties stay as they are.
    private static IEnumerable<ContractColumn> NameProperties(List<ContractColumn> columns)
    {
        HashSet<string> taken = new(columns.Select(column => column.Property), StringComparer.Ordinal);
        foreach (ContractColumn column in columns)
        {
            string property = column.Property.Length > 0 ? column.Property : PropertyNames.FirstFree(PropertyNames.Clean(column.Name), taken);
            taken.Add(property);
            yield return column with { Property = property };
        }
    }

    private static ContractColumn ReadColumn(JsonValue value, ContractProblems problems)
    {
        JsonMembers members = new(value, "a column", ColumnMembers, problems);
        string name = members.Text("name", required: true) ?? "";
        string property = members.Text("property") ?? "";
        ColumnRole role = members.Word<ColumnRole>("role", required: true) ?? default;
        ColumnKind kind = members.Word<ColumnKind>("kind", required: true) ?? default;
        return new ContractColumn(name, property, role, kind)
        {
            Nullable = members.Flag("nullable"),
            Minimum = members.Number("minimum"),
            Maximum = members.Number("maximum"),
            Unit = members.Text("unit"),
            Description = members.Text("description"),
            Categories = members.Strings("categories"),
            Closed = members.Flag("closed"),
            Classes = members.Strings("classes"),
            Positive = members.Text("positive"),
            Reference = members.Day("reference"),
            LeakageAccepted = members.Choice("leakage", "accepted"),
            Position = new ColumnPosition(value.Position),
        };
    }
}

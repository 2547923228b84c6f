using CsCheck;
using ModelSdk.Contracts;
using ModelSdk.Contracts.Json;
using ModelSdk.Contracts.Schema;

namespace ModelSdk.Tests.Contracts.Schema;

public sealed class ContractFileTests
{
    [Fact]
    public void A_contract_comes_back_from_its_file() => Contracts.Sample(
        contract => Assert.Equal(contract, ContractReader.Read(ContractWriter.Write(contract))), iter: 500);

    [Fact]
    public void The_semantic_part_is_a_contract_with_the_same_semantics() => Contracts.Sample(
        contract =>
        {
            string semantics = ContractWriter.WriteSemantics(contract);
            Assert.Equal(semantics, ContractWriter.WriteSemantics(ContractReader.Read(semantics)));
        },
        iter: 500);

    [Fact]
    public void What_is_for_people_is_no_part_of_the_semantics() => Contracts.Sample(
        contract =>
        {
            IEnumerable<ContractColumn> edited = contract.Columns.Select((column, index) => column with { Property = $"P{index}", Unit = "km", Description = "New.", Minimum = null, Maximum = null });
            Assert.Equal(ContractWriter.WriteSemantics(contract), ContractWriter.WriteSemantics(contract with { Columns = new(edited) }));
        },
        iter: 200);

    [Theory]
    [InlineData("\"role\": \"feature\"", "\"role\": \"input\"", 6, "valid: feature, label")]
    [InlineData("\"kind\": \"integer\"", "\"kind\": 3", 6, "expected a string")]
    [InlineData("\"nullable\": true", "\"nulable\": true", 6, "\"nulable\" is not a member")]
    [InlineData("\"classes\": [\"no\", \"yes\"]", "\"classes\": [\"no\"]", 7, "exactly 2")]
    [InlineData("\"positive\": \"yes\"", "\"positive\": \"maybe\"", 7, "valid: no, yes")]
    [InlineData("\"property\": \"Tenure\"", "\"property\": \"class\"", 6, "not usable as a C# property name")]
    [InlineData("\"property\": \"Tenure\"", "\"property\": \"Churned\"", 7, "Two columns have the property")]
    [InlineData("\"name\": \"tenure\"", "\"name\": \"churned\"", 7, "Two columns have the name")]
    [InlineData("\"format\": 1", "\"format\": 2", 3, "reads format 1")]
    [InlineData("\"minimum\": 0", "\"minimum\": 90", 6, "above the maximum")]
    [InlineData("\"minimum\": 0", "\"closed\": true", 6, "\"closed\" needs")]
    [InlineData("\"minimum\": 0", "\"reference\": \"2024-01-31\"", 6, "only columns of kind \"date\"")]
    [InlineData("\"minimum\": 0", "\"reference\": \"2024-31-01\"", 6, "expected a date such as 2024-01-31")]
    [InlineData("\"role\": \"label\"", "\"role\": \"feature\"", 0, "0 columns with role \"label\"")]
    public void An_invalid_edit_is_refused_at_its_line(string original, string edited, int line, string part)
    {
        Assert.Contains(original, Churn, StringComparison.Ordinal);
        ContractException exception = Assert.Throws<ContractException>(() => ContractReader.Read(Churn.Replace(original, edited, StringComparison.Ordinal)));
        Assert.Contains(exception.Problems, problem => problem.Position.Line == line && problem.Message.Contains(part, StringComparison.Ordinal));
    }

    [Fact]
    public void The_example_is_a_contract() => Assert.Equal(2, ContractReader.Read(Churn).Columns.Count);

    [Fact]
    public void The_schema_for_editors_knows_the_readers_members_and_words()
    {
        JsonValue schema = JsonReader.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "contract-1.schema.json")));
        JsonValue column = schema["$defs"]!["column"]!;
        Assert.Equal(ContractReader.RootMembers, Names(schema["properties"]!));
        Assert.Equal(ContractReader.ColumnMembers, Names(column["properties"]!));
        Assert.Equal(Enum.GetNames<ModelTask>(), Words(schema["properties"]!["task"]!));
        Assert.Equal(Enum.GetValues<ColumnRole>().Select(role => ContractWriter.Word(role)), Words(column["properties"]!["role"]!));
        Assert.Equal(Enum.GetValues<ColumnKind>().Select(kind => ContractWriter.Word(kind)), Words(column["properties"]!["kind"]!));
        Assert.Equal(ContractWriter.SchemaAddress, schema["$id"]!.Text);
        Assert.Equal(ModelContract.CurrentFormat, schema["properties"]!["format"]!["const"]!.Number);
    }

    private const string Churn = """
        {
          "$schema": "https://modelsdk.github.io/schemas/contract-1.schema.json",
          "format": 1,
          "task": "BinaryClassification",
          "columns": [
            { "name": "tenure", "property": "Tenure", "role": "feature", "kind": "integer", "minimum": 0, "maximum": 72, "nullable": true },
            { "name": "churned", "property": "Churned", "role": "label", "kind": "boolean", "classes": ["no", "yes"], "positive": "yes" }
          ]
        }
        """;

    private static Gen<ModelContract> Contracts { get; } =
        from task in Gen.Enum<ModelTask>()
        from names in Gen.String[1, 6].Array[2, 6]
        from columns in Gen.Select(Gen.Enum<ColumnKind>(), Gen.Bool, Gen.Int[-9, 9], Gen.String[0, 9], Gen.Bool, Gen.Bool).Array[names.Length]
        select Contract(task, [.. names.Select((name, index) => name + index)], columns);

    private static ModelContract Contract(
        ModelTask task, string[] names, (ColumnKind Kind, bool Nullable, int Number, string Text, bool Closed, bool Accepted)[] parts)
    {
        IReadOnlyList<string> properties = PropertyNames.CleanAll(names);
        IEnumerable<ContractColumn> features = parts.Skip(1).Select((part, index) => new ContractColumn(
            names[index + 1], properties[index + 1], index > 0 && part.Number < -7 ? ColumnRole.Ignore : ColumnRole.Feature, part.Kind)
        {
            Nullable = part.Nullable,
            Minimum = part.Kind == ColumnKind.Numeric ? part.Number / 7.0 : null,
            Maximum = part.Kind == ColumnKind.Numeric ? (part.Number / 7.0) + 1 : null,
            Unit = part.Number > 0 ? part.Text : null,
            Description = part.Number < 0 ? part.Text : null,
            Closed = part.Closed && part.Kind == ColumnKind.Categorical,
            Categories = part.Kind == ColumnKind.Categorical ? new(["a", part.Text + "b"]) : default,
            LeakageAccepted = part.Accepted,
            Reference = part.Kind == ColumnKind.Date && part.Closed ? part.Number * 2000 : null,
        });
        string[] classes = task switch { ModelTask.Regression or ModelTask.Forecasting => [], ModelTask.BinaryClassification or ModelTask.AnomalyDetection => ["n", "p"], _ => ["a", "b", "c"] };
        ContractColumn label = new(names[0], properties[0], ColumnRole.Label, task.PredictsNumber() ? ColumnKind.Numeric : ColumnKind.Categorical)
        {
            Classes = classes.Length == 0 ? default : new(classes),
            Positive = classes.Length == 2 ? "p" : null,
        };
        return new ModelContract(task, new EquatableArray<ContractColumn>([label, .. task == ModelTask.Forecasting ? features.Select(ForForecast) : features]));
    }

    private static ContractColumn ForForecast(ContractColumn feature, int index) => (index, feature.Kind) switch
    {
        (0, _) => feature with { Role = ColumnRole.Time, Kind = ColumnKind.Date, Nullable = false, Closed = false, Categories = default },
        (_, ColumnKind.Date or ColumnKind.Numeric) => feature with { Role = ColumnRole.Ignore },
        _ => feature with { Role = ColumnRole.Group, Nullable = false },
    };

    private static IEnumerable<string> Names(JsonValue properties) => properties.Members.Select(member => member.Key);

    private static IEnumerable<string> Words(JsonValue property) => property["enum"]!.Items.Select(item => item.Text);
}

using Microsoft.CodeAnalysis;
using ModelSdk.Contracts;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;

namespace ModelSdk.Generator.Tests;

public sealed class DiagnosticTests
{
    private static readonly (string, string)[] Properties = [("ModelName", "Churn"), ("RootNamespace", "Acme")];

    [Fact]
    public void Every_problem_of_a_contract_is_reported_at_its_place()
    {
        const string Contract = """
            {
              "task": "Regression",
              "columns": [
                { "name": "x", "role": "feature", "kind": "number" },
                { "name": "y", "rolle": "label", "kind": "numeric" }
              ]
            }
            """;
        Diagnostic[] diagnostics = [.. GeneratorRun.Run(Contract, Properties).Diagnostics];
        Assert.All(diagnostics, diagnostic => Assert.Equal(("MODEL5001", "/app/Churn.schema.json"), (diagnostic.Id, diagnostic.Location.GetLineSpan().Path)));
        Assert.Contains(diagnostics, diagnostic => Position(diagnostic) == (4, 47) && diagnostic.GetMessage(null).Contains("\"kind\" is \"number\"; valid: numeric,", StringComparison.Ordinal));
        Assert.Contains(diagnostics, diagnostic => Position(diagnostic).Line == 5 && diagnostic.GetMessage(null).Contains("\"rolle\" is not a member", StringComparison.Ordinal));
    }

    [Fact]
    public void A_property_that_is_a_keyword_is_reported_as_the_contracts_mistake()
    {
        ContractColumn[] columns = [.. ContractText.Income.Columns];
        ModelContract contract = ContractText.Income with { Columns = new EquatableArray<ContractColumn>([columns[0] with { Property = "class" }, columns[1]]) };
        Diagnostic diagnostic = Assert.Single(GeneratorRun.Run(ContractText.Of(contract), Properties).Diagnostics);
        Assert.Equal("MODEL5001", diagnostic.Id);
        Assert.Contains("\"class\" is not usable as a C# property name", diagnostic.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_is_not_JSON_is_reported_where_it_stops_being_so()
    {
        Diagnostic diagnostic = Assert.Single(GeneratorRun.Run("{\n  \"task\": Regression }", Properties).Diagnostics);
        Assert.Equal(("MODEL5001", (2, 11)), (diagnostic.Id, Position(diagnostic)));
    }

    [Theory]
    [InlineData("", "is not set")]
    [InlineData("churn 2", "for example \"Churn2\"")]
    [InlineData("2", "is \"2\"")]
    public void A_model_name_that_cannot_begin_class_names_is_reported(string name, string message)
    {
        Diagnostic diagnostic = Assert.Single(GeneratorRun.Run(ContractText.Of(ContractText.Churn), ("ModelName", name), ("RootNamespace", "Acme")).Diagnostics);
        Assert.Equal("MODEL5003", diagnostic.Id);
        Assert.Contains(message, diagnostic.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_contract_is_reported_and_the_first_still_makes_a_class()
    {
        InMemoryText[] files = [new("/app/Churn.schema.json", ContractText.Of(ContractText.Churn)), new("/app/Old.schema.json", ContractText.Of(ContractText.Income))];
        GeneratorDriverRunResult result = GeneratorRun.Driver(files, new ProjectOptions(Properties)).RunGenerators(GeneratorRun.Compile()).GetRunResult();
        Diagnostic diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal(("MODEL5004", "/app/Old.schema.json"), (diagnostic.Id, diagnostic.Location.GetLineSpan().Path));
        Assert.Equal(5, result.GeneratedTrees.Length);
    }

    [Theory]
    [InlineData("Churn", "ChurnInput", "Left", "the name of the type")]
    [InlineData("Churn", "Age", "ChurnPrediction", "the name of the type")]
    [InlineData("Churn", "Age", "Probability", "a generated property of ChurnPrediction")]
    [InlineData("Churn", "Age", "IsPositive", "a generated property of ChurnPrediction")]
    [InlineData("Churn", "get_Age", "Left", "begins with \"get_\"")]
    public void A_property_that_clashes_is_reported_at_its_column(string name, string feature, string label, string message)
    {
        ContractColumn[] columns = [.. ContractText.Income.Columns];
        ModelContract contract = ContractText.Income with { Columns = new EquatableArray<ContractColumn>([columns[0] with { Property = feature }, columns[1] with { Property = label }]) };
        Diagnostic diagnostic = Assert.Single(GeneratorRun.Run(ContractText.Of(contract), ("ModelName", name)).Diagnostics);
        Assert.Equal("MODEL5002", diagnostic.Id);
        Assert.Contains(message, diagnostic.GetMessage(null), StringComparison.Ordinal);
        Assert.True(Position(diagnostic).Line > 1);
    }

    [Fact]
    public void A_project_without_a_contract_gets_neither_class_nor_diagnostic()
    {
        GeneratorDriverRunResult result = GeneratorRun.Driver([new InMemoryText("/app/readme.txt", "")], new ProjectOptions(Properties)).RunGenerators(GeneratorRun.Compile()).GetRunResult();
        Assert.Empty(result.Diagnostics);
        Assert.Empty(result.GeneratedTrees);
    }

    [Fact]
    public void The_descriptors_are_those_of_the_registry()
    {
        DiagnosticDescriptor[] descriptors = [Diagnostics.InvalidContract, Diagnostics.PropertyClash, Diagnostics.InvalidModelName, Diagnostics.SecondContract];
        ModelDiagnostic[] registered = [.. DiagnosticRegistry.All.Where(diagnostic => diagnostic.Code.StartsWith("MODEL5", StringComparison.Ordinal))];
        Assert.Equal(
            registered.Select(diagnostic => (diagnostic.Code, diagnostic.Title, diagnostic.HelpLink)),
            descriptors.Select(descriptor => (descriptor.Id, descriptor.Title.ToString(null), descriptor.HelpLinkUri)));
    }

    private static (int Line, int Column) Position(Diagnostic diagnostic)
    {
        Microsoft.CodeAnalysis.Text.LinePosition start = diagnostic.Location.GetLineSpan().StartLinePosition;
        return (start.Line + 1, start.Character + 1);
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ModelSdk.Contracts;
using ModelSdk.Contracts.Schema;

namespace ModelSdk.Generator.Tests;

public sealed class CachingTests
{
    private static readonly string[] Steps = [ModelGenerator.ContractFilesStep, ModelGenerator.SettingsStep, ModelGenerator.ContractsStep];

    private readonly InMemoryText file = new("/app/Churn.schema.json", ContractText.Of(ContractText.Churn));
    private readonly Compilation compilation = GeneratorRun.Compile("class A;");
    private readonly GeneratorDriver driver;

    public CachingTests() =>
        this.driver = GeneratorRun.Driver([this.file, new InMemoryText("/app/notes.txt", "x")], new ProjectOptions(("ModelName", "Churn"), ("RootNamespace", "Acme"))).RunGenerators(this.compilation);

    [Fact]
    public void A_keystroke_in_code_runs_no_step()
    {
        Compilation edited = this.compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class B;", (CSharpParseOptions)this.compilation.SyntaxTrees.First().Options));
        GeneratorRunResult result = Result(this.driver.RunGenerators(edited));
        Assert.All(Steps, step => Assert.Equal([IncrementalStepRunReason.Cached], Reasons(result, step).Distinct()));
        Assert.All(result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs), output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    [Fact]
    public void Another_additional_file_leaves_the_class_alone()
    {
        GeneratorRunResult result = Result(this.driver.AddAdditionalTexts([new InMemoryText("/app/other.txt", "y")]).RunGenerators(this.compilation));
        Assert.All(Reasons(result, ModelGenerator.ContractsStep), IsNoWork);
        Assert.All(result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs), output => IsNoWork(output.Reason));
    }

    [Fact]
    public void A_contract_saved_without_a_change_of_meaning_leaves_the_class_alone()
    {
        InMemoryText moved = new(this.file.Path, "\n\n" + ContractText.Of(ContractText.Churn).Replace("  ", "    ", StringComparison.Ordinal));
        GeneratorRunResult result = Result(this.driver.ReplaceAdditionalText(this.file, moved).RunGenerators(this.compilation));
        Assert.Equal([IncrementalStepRunReason.Modified], Reasons(result, ModelGenerator.ContractFilesStep));
        Assert.Equal([IncrementalStepRunReason.Unchanged], Reasons(result, ModelGenerator.ContractsStep));
        Assert.All(result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs), output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    [Fact]
    public void An_edited_description_changes_the_documentation_and_nothing_else()
    {
        ContractColumn tenure = ContractText.Churn.Columns[0] with { Description = "Something else." };
        ModelContract edited = ContractText.Churn with { Columns = new EquatableArray<ContractColumn>([tenure, .. ContractText.Churn.Columns.Skip(1)]) };
        GeneratorDriver after = this.driver.ReplaceAdditionalText(this.file, new InMemoryText(this.file.Path, ContractText.Of(edited))).RunGenerators(this.compilation);
        Dictionary<string, string> before = Sources(this.driver);
        string[] changed = [.. Sources(after).Where(source => before[source.Key] != source.Value).Select(source => source.Key)];
        Assert.Equal(["ChurnInput.g.cs"], changed);
        Assert.Equal(IncrementalStepRunReason.Modified, Assert.Single(Reasons(Result(after), ModelGenerator.ContractsStep)));
        Assert.All(Reasons(Result(after), ModelGenerator.SettingsStep), IsNoWork);
    }

    private static void IsNoWork(IncrementalStepRunReason reason) => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString());

    private static GeneratorRunResult Result(GeneratorDriver driver) => driver.GetRunResult().Results.Single();

    private static Dictionary<string, string> Sources(GeneratorDriver driver) =>
        Result(driver).GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRunResult result, string step) =>
        result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason);
}

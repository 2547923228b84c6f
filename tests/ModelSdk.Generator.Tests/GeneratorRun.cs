using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ModelSdk.Contracts.Schema;

namespace ModelSdk.Generator.Tests;

/// <summary>Runs the generator in memory, with the language version of its oldest target framework.</summary>
internal static class GeneratorRun
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !path.EndsWith("ModelSdk.Generator.Tests.dll", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static Compilation Compile(params string[] sources) => CSharpCompilation.Create(
        "App",
        sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, ParseOptions, $"Source{index}.cs")),
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, deterministic: true, warningLevel: 9999));

    public static GeneratorDriver Driver(AdditionalText[] files, ProjectOptions options) => CSharpGeneratorDriver.Create(
        [new ModelGenerator().AsSourceGenerator()],
        files,
        ParseOptions,
        options,
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public static GeneratorDriverRunResult Run(string contract, params (string Name, string Value)[] properties) =>
        Driver([new InMemoryText("/app/Churn.schema.json", contract)], new ProjectOptions(properties)).RunGenerators(Compile()).GetRunResult();

    /// <summary>Compiles sources together with what the generator makes.</summary>
    public static Compilation Generate(ModelContract contract, string name, string rootNamespace, params string[] sources)
    {
        GeneratorDriver driver = Driver([new InMemoryText("/app/" + name + ".schema.json", ContractText.Of(contract))], new ProjectOptions(("ModelName", name), ("RootNamespace", rootNamespace)));
        driver.RunGeneratorsAndUpdateCompilation(Compile(sources), out Compilation compilation, out ImmutableArray<Diagnostic> diagnostics);
        Assert.Empty(diagnostics);
        return compilation;
    }
}

using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ModelSdk.Generator.Tests;

/// <summary>Generated source in projects that want to know everything: every rule of the .NET analyzers, documentation and CLS compliance on.</summary>
public sealed class AnalysisModeAllTests
{
    private const string Assembly = """
        [assembly: System.Reflection.AssemblyVersion("1.0.0.0")]
        [assembly: System.CLSCompliant(true)]
        [assembly: System.Runtime.InteropServices.ComVisible(false)]
        """;

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "analyzers"), "*.dll")
            .SelectMany(LoadTypes)
            .Where(type => !type.IsAbstract && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>()?.Languages.Contains(LanguageNames.CSharp) == true)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    [Theory]
    [InlineData("Churn")]
    [InlineData("Income")]
    [InlineData("Penguins")]
    [InlineData("TaxiFare")]
    [InlineData("Torture")]
    public async Task The_generated_source_gets_no_warning(string name)
    {
        Compilation compilation = EnableAll(GeneratorRun.Generate(RunTests.ContractOf(name), name, "Acme.Models", Assembly));
        ImmutableArray<Diagnostic> diagnostics = await compilation.WithAnalyzers(Analyzers).GetAllDiagnosticsAsync();
        Assert.Empty(diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed));
    }

    [Theory]
    [InlineData("System.ChurnModel")]
    [InlineData("ModelSdk.Runtime.App")]
    [InlineData("Churn.System.String")]
    [InlineData("class.namespace")]
    [InlineData("ChurnModel")]
    public async Task Any_namespace_will_do(string rootNamespace)
    {
        Compilation compilation = EnableAll(GeneratorRun.Generate(ContractText.Churn, "Churn", rootNamespace, Assembly));
        ImmutableArray<Diagnostic> diagnostics = await compilation.WithAnalyzers(Analyzers).GetAllDiagnosticsAsync();
        Assert.Empty(diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed));
    }

    [Fact]
    public async Task The_rules_are_at_work()
    {
        const string Careless = "namespace N { public class c { public int[] a { get; set; } = new int[0]; } }";
        Compilation compilation = EnableAll(GeneratorRun.Compile(Assembly, Careless));
        ImmutableArray<Diagnostic> diagnostics = await compilation.WithAnalyzers(Analyzers).GetAllDiagnosticsAsync();
        Assert.Superset(new HashSet<string> { "CS1591", "CS8981", "CA1819", "CA1825" }, diagnostics.Select(diagnostic => diagnostic.Id).ToHashSet());
    }

    // The code fixes in the same files need the IDE's assemblies, which are not here.
    private static IEnumerable<Type> LoadTypes(string file)
    {
        try
        {
            return System.Reflection.Assembly.LoadFrom(file).GetTypes();
        }
        catch (ReflectionTypeLoadException exception)
        {
            return exception.Types.OfType<Type>();
        }
    }

    private static Compilation EnableAll(Compilation compilation)
    {
        IEnumerable<DiagnosticDescriptor> rules = Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics);
        ImmutableDictionary<string, ReportDiagnostic> options = rules.Select(rule => rule.Id).Distinct().ToImmutableDictionary(id => id, _ => ReportDiagnostic.Warn);
        return compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(options));
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.MSBuild;
using ModelSdk.Testing;

namespace ModelSdk.Package.Tests;

public sealed class DesignTimeTests : IDisposable
{
    private readonly TestWorkspace _workspace = new();

    public DesignTimeTests()
    {
        _workspace.AddModel();
        _workspace.Write("Taxi/Taxi.schema.json", ModelProject.Contract);
    }

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_design_time_build_of_a_fresh_clone_compiles_code_that_uses_the_class()
    {
        _workspace.Write("Taxi/Use.cs", "public static class Use { public static double Far => Taxi.TaxiModel.Predict(new Taxi.TaxiInput { Distance = 10 }).Fare; }");
        (await _workspace.RunAsync("restore", "Taxi")).EnsureSucceeded();

        (await _workspace.RunAsync("msbuild", "Taxi", "-t:Compile", "-p:DesignTimeBuild=true", "-p:BuildingProject=false")).EnsureSucceeded();

        Assert.Empty(_workspace.EngineStarts("Taxi"));
    }

    [Fact]
    public async Task A_workspace_of_an_editor_sees_the_class_of_a_fresh_clone()
    {
        (await _workspace.RunAsync("restore", "Taxi")).EnsureSucceeded();
        using MSBuildWorkspace editor = MSBuildWorkspace.Create();

        Project project = await editor.OpenProjectAsync(_workspace.PathOf("Taxi/Taxi.csproj"));
        Compilation compilation = (await project.GetCompilationAsync())!;

        INamedTypeSymbol model = compilation.GetTypeByMetadataName("Taxi.TaxiModel")!;
        Assert.NotEmpty(model.GetMembers("Predict"));
        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Empty(_workspace.EngineStarts("Taxi"));
        Assert.False(_workspace.Has("Taxi/obj/model"));
    }

    [Fact]
    public async Task A_design_time_build_of_a_fresh_clone_starts_nothing_and_hands_the_contract_to_the_generator()
    {
        (await _workspace.RunAsync("restore", "Taxi")).EnsureSucceeded();

        CommandResult build = await _workspace.RunAsync(
            "msbuild", "Taxi", "-t:Compile", "-p:DesignTimeBuild=true", "-p:BuildingInsideVisualStudio=true", "-p:BuildingProject=false",
            "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-getItem:AdditionalFiles,EmbeddedResource,Analyzer,UpToDateCheckInput");

        build.EnsureSucceeded();
        Assert.Empty(_workspace.EngineStarts("Taxi"));
        Assert.False(_workspace.Has("Taxi/obj/model"));
        build.EnsureSays("\"ModelSdkContract\": \"true\"");
        build.EnsureSays("ModelSdk.Generator");
        build.EnsureSays("rides.csv");
        string configuration = File.ReadAllText(Directory.GetFiles(_workspace.PathOf("Taxi/obj"), "*.editorconfig", SearchOption.AllDirectories).Single());
        Assert.Contains("build_metadata.AdditionalFiles.ModelSdkContract = true", configuration, StringComparison.Ordinal);
        Assert.Contains("build_property.ModelName = Taxi", configuration, StringComparison.Ordinal);
    }
}

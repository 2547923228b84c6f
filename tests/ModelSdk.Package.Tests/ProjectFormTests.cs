using ModelSdk.Testing;

namespace ModelSdk.Package.Tests;

public sealed class ProjectFormTests : IDisposable
{
    private const string Framework = "<PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>";

    private readonly TestWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("Sdk=\"Microsoft.NET.Sdk;ModelSdk/@version@\"", Framework)]
    [InlineData("Sdk=\"Microsoft.NET.Sdk\"", "<Sdk Name=\"ModelSdk\" Version=\"@version@\" />" + Framework)]
    [InlineData("Sdk=\"Microsoft.NET.Sdk\"", Framework + "<ItemGroup><PackageReference Include=\"ModelSdk\" Version=\"@version@\" /></ItemGroup>")]
    public async Task Every_additive_form_builds_the_model_and_brings_runtime_and_generator_once(string attributes, string body)
    {
        _workspace.AddModel("Taxi", attributes, body);

        await AssertBuildsAsync();
    }

    [Fact]
    public async Task The_version_may_be_pinned_in_global_json()
    {
        _workspace.AddModel("Taxi", "Sdk=\"ModelSdk\"");
        _workspace.Write("global.json", "{ \"msbuild-sdks\": { \"ModelSdk\": \"@version@\" } }");

        await AssertBuildsAsync();
    }

    [Fact]
    public async Task Central_package_management_accepts_the_implicit_reference()
    {
        _workspace.AddModel();
        _workspace.Write("Directory.Packages.props", "<Project><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup></Project>");

        await AssertBuildsAsync();
    }

    private async Task AssertBuildsAsync()
    {
        CommandResult build = await _workspace.BuildAsync("Taxi");
        build.EnsureSays("0 Warning(s)");
        Assert.Equal([ModelProject.AllStations, "verify"], _workspace.EngineStarts("Taxi"));

        string query = (await _workspace.RunAsync("build", "Taxi", "--no-restore", "-t:ResolveReferences", "-getItem:Analyzer,RuntimeCopyLocalItems")).EnsureSucceeded().Output;
        Assert.Equal(1, Occurrences(query, "\"Filename\": \"ModelSdk.Generator\""));
        Assert.Equal(1, Occurrences(query, "\"Filename\": \"ModelSdk.Runtime\""));
    }

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;
}

using System.IO.Compression;
using ModelSdk.Testing;

namespace ModelSdk.Package.Tests;

public sealed class PublishTests : IDisposable
{
    private readonly TestWorkspace _workspace = new();

    public PublishTests() => _workspace.AddModel();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task An_app_publishes_with_and_without_building_and_carries_the_version_and_the_model()
    {
        _workspace.AddApp();
        (await _workspace.RunAsync("publish", "App", "-o", "out")).EnsureSucceeded();
        (await _workspace.RunAsync("publish", "App", "--no-build", "-o", "out2")).EnsureSucceeded();
        (await _workspace.RunAsync("publish", "App", "-r", "linux-x64", "--self-contained", "false", "-o", "out3")).EnsureSucceeded();

        Assert.Single(_workspace.EngineStarts("Taxi"), ModelProject.AllStations);
        string version = _workspace.ModelVersion("Taxi");
        foreach (string folder in new[] { "out", "out2", "out3" })
        {
            string output = (await _workspace.RunAsync("exec", $"{folder}/App.dll")).EnsureSucceeded().Output;
            Assert.Contains($"version {version}{Environment.NewLine}", output, StringComparison.Ordinal);
            Assert.Contains("ModelSdk/Taxi.safetensors ModelSdk/Taxi.version.json", output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_packed_model_has_its_version_and_works_in_an_app_elsewhere()
    {
        (await _workspace.RunAsync("pack", "Taxi", "-o", "packages")).EnsureSucceeded();
        (await _workspace.RunAsync("pack", "Taxi", "--no-build", "-o", "packages2")).EnsureSucceeded();
        string version = _workspace.ModelVersion("Taxi");
        Assert.True(_workspace.Has($"packages/Taxi.{version}.nupkg") && _workspace.Has($"packages2/Taxi.{version}.nupkg"));
        using ZipArchive package = await ZipFile.OpenReadAsync(_workspace.PathOf($"packages/Taxi.{version}.nupkg"));
        Assert.DoesNotContain(package.Entries, entry => entry.FullName.StartsWith("analyzers/", StringComparison.Ordinal));

        _workspace.AddApp("Elsewhere");
        _workspace.Replace("Elsewhere/Elsewhere.csproj", "<ProjectReference Include=\"../Taxi/Taxi.csproj\" />", $"<PackageReference Include=\"Taxi\" Version=\"{version}\" />");
        string run = (await _workspace.RunAsync("run", "--project", "Elsewhere", $"-p:RestoreAdditionalProjectSources={_workspace.PathOf("packages")}")).EnsureSucceeded().Output;
        Assert.Contains($"version {version}", run, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_of_several_frameworks_has_the_version_too()
    {
        _workspace.AddModel(body: "<PropertyGroup><TargetFrameworks>net8.0;net10.0</TargetFrameworks></PropertyGroup>");

        (await _workspace.RunAsync("pack", "Taxi", "-o", "packages")).EnsureSucceeded();

        string version = _workspace.ModelVersion("Taxi");
        Assert.True(_workspace.Has($"packages/Taxi.{version}.nupkg"));
        Assert.Single(_workspace.EngineStarts("Taxi"), ModelProject.AllStations);
    }
}

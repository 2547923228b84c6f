using ModelSdk.Testing;

namespace ModelSdk.Package.Tests;

public sealed class ManyBuildsTests : IDisposable
{
    private readonly TestWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("-m")]
    [InlineData("-graph")]
    [InlineData("-m", "-t:Rebuild")]
    public async Task Several_target_frameworks_train_once(params string[] arguments)
    {
        _workspace.AddModel(body: "<PropertyGroup><TargetFrameworks>net8.0;net10.0</TargetFrameworks></PropertyGroup>");

        await _workspace.BuildAsync(["Taxi", .. arguments]);

        Assert.Equal([ModelProject.AllStations, "verify", "verify"], _workspace.EngineStarts("Taxi"));
        Assert.True(_workspace.Has("Taxi/bin/Debug/net8.0/Taxi.dll") && _workspace.Has("Taxi/bin/Debug/net10.0/Taxi.dll"));

        (await _workspace.RunAsync("build", "Taxi", "--no-restore", "-t:VerifyPredictor")).EnsureSucceeded();
        Assert.Equal(3, _workspace.EngineStarts("Taxi").Length);

        (await _workspace.RunAsync("clean", "Taxi")).EnsureSucceeded();
        Assert.False(_workspace.Has("Taxi/obj/model"));
    }

    [Theory]
    [InlineData("-m")]
    [InlineData("-graph")]
    [InlineData("-graph", "-isolate")]
    public async Task Several_apps_that_reference_the_model_train_it_once(params string[] arguments)
    {
        _workspace.AddModel();
        _workspace.AddApp("First");
        _workspace.AddApp("Second", body: "<PropertyGroup><RuntimeIdentifier>linux-x64</RuntimeIdentifier><SelfContained>false</SelfContained></PropertyGroup>");
        (await _workspace.RunAsync("new", "sln", "-n", "All", "--format", "sln")).EnsureSucceeded();
        (await _workspace.RunAsync("sln", "All.sln", "add", "Taxi", "First", "Second")).EnsureSucceeded();
        (await _workspace.RunAsync("restore", "All.sln")).EnsureSucceeded();

        await _workspace.BuildAsync(["All.sln", "--no-restore", .. arguments]);

        Assert.Equal([ModelProject.AllStations, "verify"], _workspace.EngineStarts("Taxi"));
        Assert.True(_workspace.Has("First/bin/Debug/net10.0/Taxi.dll"));
    }

    [Fact]
    public async Task Two_builds_at_once_both_succeed()
    {
        _workspace.AddModel();
        (await _workspace.RunAsync("restore", "Taxi")).EnsureSucceeded();

        CommandResult[] results = await Task.WhenAll(
            _workspace.RunAsync("build", "Taxi", "--no-restore", "-t:VersionModel"),
            _workspace.RunAsync("build", "Taxi", "--no-restore", "-t:VersionModel"));

        Assert.All(results, result => result.EnsureSucceeded());
        await _workspace.BuildAsync("Taxi");
        Assert.Single(_workspace.EngineStarts("Taxi"), "verify");
    }
}

using ModelSdk.Testing;

namespace ModelSdk.Package.Tests;

public sealed class FailedStationTests : IDisposable
{
    private const string Output = "Taxi/bin/Debug/net10.0/Taxi.dll";

    private readonly TestWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_broken_gate_is_an_error_at_its_element_leaves_bin_untouched_and_fails_again()
    {
        _workspace.AddModel();
        await _workspace.BuildAsync("Taxi");
        byte[] good = File.ReadAllBytes(_workspace.PathOf(Output));

        _workspace.Replace("Taxi/Taxi.csproj", "Min=\"0.5\"", "Min=\"1\"");
        _workspace.Replace("Taxi/Place.cs", "Name =>", "Title =>");
        CommandResult failed = await _workspace.FailToBuildAsync("Taxi");
        failed.EnsureSays("Taxi.csproj(9,5): error MODEL3999: fake gate failed {0}");
        Assert.Equal(good, File.ReadAllBytes(_workspace.PathOf(Output)));

        await _workspace.FailToBuildAsync("Taxi");
        await _workspace.FailToBuildAsync("Taxi", "-t:Rebuild");
        Assert.False(_workspace.Has(Output));
    }

    [Fact]
    public async Task A_gate_in_an_imported_file_fails_at_its_line_in_that_file()
    {
        _workspace.AddModel();
        _workspace.Write("Directory.Build.props", """
            <Project>
              <ItemGroup>

                <MetricGate Include="R2" Min="2" />
              </ItemGroup>
            </Project>
            """);
        CommandResult failed = await _workspace.FailToBuildAsync("Taxi");

        failed.EnsureSays("Directory.Build.props(4,5): error MODEL3999");
        Assert.False(_workspace.Has(Output));
    }

    [Fact]
    public async Task A_failed_verification_leaves_bin_untouched_and_fails_again_although_nothing_is_to_compile()
    {
        _workspace.AddModel();
        _workspace.Set("MODEL_FAKE_FAIL", "verify");
        await _workspace.FailToBuildAsync("Taxi");
        CommandResult second = await _workspace.FailToBuildAsync("Taxi");
        second.EnsureSays("fake verify failed");
        Assert.False(_workspace.Has(Output));
        Assert.False(_workspace.Has("Taxi/bin/Debug/net10.0/Taxi.deps.json"));

        _workspace.Set("MODEL_FAKE_FAIL", null);
        await _workspace.BuildAsync("Taxi");
        Assert.Equal([ModelProject.AllStations, "verify", "verify", "verify"], _workspace.EngineStarts("Taxi"));
    }

    [Fact]
    public async Task An_engine_that_dies_is_named_with_its_last_words_and_the_next_build_starts_over()
    {
        _workspace.AddModel();
        _workspace.Set("MODEL_FAKE_DIE", "gate");
        CommandResult failed = await _workspace.FailToBuildAsync("Taxi");
        failed.EnsureSays("error MODEL2900: The engine ended unexpectedly");
        failed.EnsureSays("fake death: error: 0.25");

        _workspace.Set("MODEL_FAKE_DIE", null);
        await _workspace.BuildAsync("Taxi");
    }

    [Fact]
    public async Task An_engine_that_is_not_there_is_an_error()
    {
        _workspace.AddModel();
        _workspace.Set("_ModelEngineAssembly", _workspace.PathOf("nothing.dll"));

        CommandResult failed = await _workspace.FailToBuildAsync("Taxi");

        failed.EnsureSays("error MODEL2901");
    }
}

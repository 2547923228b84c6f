using ModelSdk.Testing;

namespace ModelSdk.Package.Tests;

public sealed class ProjectRuleTests : IDisposable
{
    private readonly TestWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Two_versions_of_the_SDK_in_one_build_are_an_error_that_names_both()
    {
        _workspace.AddModel();
        _workspace.AddModel("Other", "Sdk=\"ModelSdk/1.0.0-other\"");
        _workspace.Write("All.proj", """
            <Project>
              <Target Name="Build">
                <MSBuild Projects="Taxi/Taxi.csproj;Other/Other.csproj" Targets="TrainModel" />
              </Target>
            </Project>
            """);

        CommandResult failed = (await _workspace.RunAsync("msbuild", "All.proj")).EnsureFailed();

        failed.EnsureSays("Other.csproj(1,1): error MODEL0010");
        failed.EnsureSays("1.0.0-other");
        failed.EnsureSays(TestWorkspace.Feed.Version);
    }

    [Fact]
    public async Task An_absolute_data_path_is_a_warning_at_its_element()
    {
        _workspace.AddModel();
        _workspace.Replace("Taxi/Taxi.csproj", "data/*.csv", _workspace.PathOf("Taxi/data/*.csv"));

        CommandResult build = await _workspace.BuildAsync("Taxi");

        build.EnsureSays("Taxi.csproj(7,5): warning MODEL0011");
        Assert.Equal(ModelProject.AllStations, _workspace.EngineStarts("Taxi")[0]);
    }

    [Fact]
    public async Task Model_settings_that_depend_on_the_target_framework_are_an_error()
    {
        _workspace.AddModel(body: """
              <PropertyGroup><TargetFrameworks>net8.0;net10.0</TargetFrameworks></PropertyGroup>
              <ItemGroup Condition="'$(TargetFramework)' == 'net8.0'">
                <MetricGate Include="Rmse" Max="1" />
              </ItemGroup>
            """);

        CommandResult failed = await _workspace.FailToBuildAsync("Taxi");

        failed.EnsureSays("Taxi.csproj(13,5): error MODEL0012: MetricGate");
    }
}

using ModelSdk.Testing;

namespace ModelSdk.Package.Tests;

public sealed class IncrementalBuildTests : IDisposable
{
    private readonly TestWorkspace _workspace = new();

    public IncrementalBuildTests() => _workspace.AddModel();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_first_build_starts_the_engine_once_for_all_stations_and_the_next_one_starts_nothing()
    {
        await _workspace.BuildAsync("Taxi");
        Assert.Equal([ModelProject.AllStations, "verify"], _workspace.EngineStarts("Taxi"));

        await _workspace.BuildAsync("Taxi");
        Assert.Equal(2, _workspace.EngineStarts("Taxi").Length);
    }

    [Fact]
    public async Task Changed_data_options_or_artifacts_start_the_engine_and_a_changed_source_file_does_not()
    {
        await _workspace.BuildAsync("Taxi");

        _workspace.Write("Taxi/data/rides.csv", "distance,fare\n1,3.5\n2,5.5\n3,7.5\n");
        await ExpectStartsAsync(ModelProject.AllStations, "verify");

        // An edited project file compiles anew, whatever the edit.
        _workspace.Replace("Taxi/Taxi.csproj", "Min=\"0.5\"", "Min=\"0.6\"");
        await ExpectStartsAsync(ModelProject.AllStations, "verify");

        File.Delete(_workspace.PathOf("Taxi/obj/model/evaluation.json"));
        await ExpectStartsAsync(ModelProject.AllStations);

        File.WriteAllText(_workspace.PathOf("Taxi/obj/model/Taxi.safetensors"), "altered");
        await ExpectStartsAsync(ModelProject.AllStations, "verify");

        _workspace.Replace("Taxi/Place.cs", "Name =>", "Title =>");
        await ExpectStartsAsync("verify");
    }

    [Fact]
    public async Task Clean_removes_what_was_trained_and_rebuild_trains_again()
    {
        await _workspace.BuildAsync("Taxi");

        (await _workspace.RunAsync("clean", "Taxi")).EnsureSucceeded();
        Assert.False(_workspace.Has("Taxi/obj/model"));
        Assert.True(_workspace.Has("Taxi/obj/model.lock"));
        Assert.True(_workspace.Has("Taxi/Taxi.schema.json"));

        await ExpectStartsAsync(ModelProject.AllStations, "verify");
        await ExpectStartsAsync(["-t:Rebuild"], ModelProject.AllStations, "verify");
    }

    [Fact]
    public async Task Another_configuration_compiles_and_verifies_but_does_not_train_again()
    {
        await _workspace.BuildAsync("Taxi");

        await ExpectStartsAsync(["-c", "Release"], "verify");
    }

    private Task ExpectStartsAsync(params string[] starts) => ExpectStartsAsync([], starts);

    private async Task ExpectStartsAsync(string[] arguments, params string[] starts)
    {
        int before = _workspace.EngineStarts("Taxi").Length;
        await _workspace.BuildAsync(["Taxi", .. arguments]);
        Assert.Equal(starts, _workspace.EngineStarts("Taxi")[before..]);
    }
}

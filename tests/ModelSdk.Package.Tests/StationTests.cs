using ModelSdk.Testing;

namespace ModelSdk.Package.Tests;

public sealed class StationTests : IDisposable
{
    private readonly TestWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Each_station_called_by_name_runs_those_before_it_too_and_nothing_else()
    {
        _workspace.AddModel();

        await _workspace.BuildAsync("Taxi", "-t:TrainModel");
        await _workspace.BuildAsync("Taxi", "-t:EvaluateModel");
        await _workspace.BuildAsync("Taxi", "-t:GateModel");
        await _workspace.BuildAsync("Taxi", "-t:VersionModel");
        await _workspace.BuildAsync("Taxi", "-t:VerifyPredictor");

        Assert.Equal(["train", "train,evaluate", "train,evaluate,gate", ModelProject.AllStations, "verify"], _workspace.EngineStarts("Taxi"));
        Assert.False(_workspace.Has("Taxi/bin/Debug/net10.0/Taxi.dll"));
    }

    [Fact]
    public async Task Training_by_name_and_building_in_one_command_goes_all_the_way()
    {
        _workspace.AddModel();

        await _workspace.BuildAsync("Taxi", "-t:TrainModel;Build");

        Assert.Equal(["train", ModelProject.AllStations, "verify"], _workspace.EngineStarts("Taxi"));
        Assert.True(_workspace.Has("Taxi/bin/Debug/net10.0/Taxi.dll"));
    }

    [Fact]
    public async Task Extension_targets_run_before_the_engine_starts_and_after_it_ended_and_only_when_their_station_is_stale()
    {
        _workspace.AddModel(body: """
              <Target Name="BeforeTrainModel"><Message Importance="high" Text="1 before training" /></Target>
              <Target Name="Hook2" AfterTargets="BeforeGateModel"><Message Importance="high" Text="2 before gate" /></Target>
              <Target Name="AfterTrainModel"><Message Importance="high" Text="3 after training" /></Target>
              <Target Name="Hook4" AfterTargets="VersionModel"><Message Importance="high" Text="4 after version" /></Target>
              <Target Name="BeforeVerifyPredictor"><Message Importance="high" Text="5 before verification" /></Target>
              <Target Name="AfterVerifyPredictor"><Message Importance="high" Text="6 after verification" /></Target>
            """);

        CommandResult first = await _workspace.BuildAsync("Taxi");
        AssertInOrder(
            first.Output, "1 before training", "2 before gate", "fake train", "fake version", "3 after training", "4 after version",
            "5 before verification", "fake verify", "6 after verification");

        CommandResult second = await _workspace.BuildAsync("Taxi");
        Assert.DoesNotContain("before training", second.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("after verification", second.Output, StringComparison.Ordinal);
    }

    private static void AssertInOrder(string output, params string[] texts)
    {
        int[] places = [.. texts.Select(text => output.IndexOf(text, StringComparison.Ordinal))];
        Assert.True(places.All(place => place >= 0) && places.SequenceEqual(places.Order()), output);
    }
}

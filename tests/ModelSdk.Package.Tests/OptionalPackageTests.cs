using System.Globalization;
using ModelSdk.Testing;

namespace ModelSdk.Package.Tests;

public sealed class OptionalPackageTests : IDisposable
{
    private readonly TestWorkspace _workspace = new(realEngine: true);

    public OptionalPackageTests()
    {
        _workspace.AddModel();
        _workspace.Replace("Taxi/Taxi.csproj", "<Hyperparameter Include=\"L2\" Value=\"0.1\" />", "");
    }

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_project_gets_the_package_when_its_data_or_a_query_needs_it_and_nothing_of_it_ships()
    {
        _workspace.Write("Taxi/data/rides.csv", "distance,fare\n" + string.Join('\n', Rides().Select(ride => $"{ride.Distance},{ride.Fare}")) + "\n");
        await _workspace.BuildAsync("Taxi");
        Assert.DoesNotContain("DuckDb", _workspace.Read("Taxi/obj/project.assets.json"), StringComparison.OrdinalIgnoreCase);

        _workspace.Write("Taxi/data/rides.jsonl", string.Join('\n', Rides().Select(ride => $$"""{"distance":{{ride.Distance}},"fare":{{ride.Fare}}}""")));
        _workspace.Replace("Taxi/Taxi.csproj", "data/*.csv", "data/*.jsonl");
        string csvModel = _workspace.Read("Taxi/obj/model/version.txt");
        await _workspace.BuildAsync("Taxi");
        Assert.Equal(csvModel, _workspace.Read("Taxi/obj/model/version.txt"));

        _workspace.Write("Taxi/features.sql", "SELECT distance, fare FROM rides\nWHERE distance < 15");
        _workspace.Replace("Taxi/Taxi.csproj", "<ModelTask>", "<ModelQueryFile>features.sql</ModelQueryFile><ModelTask>");
        await _workspace.BuildAsync("Taxi");
        Assert.NotEqual(csvModel, _workspace.Read("Taxi/obj/model/version.txt"));

        _workspace.Replace("Taxi/features.sql", "15", "nothing");
        CommandResult failed = await _workspace.FailToBuildAsync("Taxi");
        failed.EnsureSays("features.sql(2,18): error MODEL1032");
        Assert.Empty(Directory.GetFiles(_workspace.PathOf("Taxi/bin"), "*DuckD*", SearchOption.AllDirectories));
        Assert.DoesNotContain("DuckDB", _workspace.Read("Taxi/bin/Debug/net10.0/Taxi.deps.json"), StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<(string Distance, string Fare)> Rides() =>
        Enumerable.Range(1, 80).Select(i => ((i * 0.25).ToString(CultureInfo.InvariantCulture), (2.5 + (i * 0.5) + (i % 3 * 0.01)).ToString(CultureInfo.InvariantCulture)));
}

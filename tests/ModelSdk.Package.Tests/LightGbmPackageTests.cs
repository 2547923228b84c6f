using System.Globalization;
using System.Runtime.InteropServices;
using ModelSdk.Testing;

namespace ModelSdk.Package.Tests;

public sealed class LightGbmPackageTests : IDisposable
{
    private readonly TestWorkspace _workspace = new(realEngine: true);

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_project_gets_LightGBM_when_its_trainer_needs_it_and_nothing_of_it_ships()
    {
        _workspace.AddModel();
        _workspace.Replace("Taxi/Taxi.csproj", "<Hyperparameter Include=\"L2\" Value=\"0.1\" />", "<Hyperparameter Include=\"Trees\" Value=\"20\" /><Hyperparameter Include=\"MinRowsPerLeaf\" Value=\"2\" />");
        _workspace.Replace("Taxi/Taxi.csproj", "<ModelTask>", "<ModelTrainer>LightGbm</ModelTrainer><ModelTask>");
        _workspace.Write("Taxi/data/rides.csv", "distance,fare\n" + string.Join('\n', Enumerable.Range(1, 200).Select(Ride)) + "\n");
        if (RuntimeInformation.ProcessArchitecture != Architecture.X64)
        {
            (await _workspace.FailToBuildAsync("Taxi")).EnsureSays("MODEL2110");
            return;
        }

        CommandResult built = await _workspace.BuildAsync("Taxi");
        Assert.DoesNotContain("[LightGBM]", built.Output, StringComparison.Ordinal);
        Assert.Contains("ModelSdk.LightGbm LightGBM/4.7.0", _workspace.Read("Taxi/obj/model/training.json"), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_workspace.PathOf("Taxi/bin"), "*light*", SearchOption.AllDirectories));
        Assert.DoesNotContain("LightGBM", _workspace.Read("Taxi/bin/Debug/net10.0/Taxi.deps.json"), StringComparison.OrdinalIgnoreCase);

        _workspace.Replace("Taxi/Taxi.csproj", "LightGbm", "GradientBoosting");
        await _workspace.BuildAsync("Taxi");
        Assert.DoesNotContain("LightGbm", _workspace.Read("Taxi/obj/project.assets.json"), StringComparison.OrdinalIgnoreCase);
    }

    private static string Ride(int number) => string.Create(CultureInfo.InvariantCulture, $"{number * 0.25},{2.5 + (number * 0.5) + (number % 7 * 3)}");
}

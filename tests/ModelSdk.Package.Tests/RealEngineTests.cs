using System.Globalization;
using System.Runtime.InteropServices;
using ModelSdk.Testing;

namespace ModelSdk.Package.Tests;

public sealed class RealEngineTests : IDisposable
{
    private readonly TestWorkspace _workspace = new(realEngine: true);

    public RealEngineTests()
    {
        _workspace.AddModel();
        IEnumerable<string> rides = Enumerable.Range(1, 80).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i * 0.25},{2.5 + (i * 0.5) + (i % 3 * 0.01)}"));
        _workspace.Write("Taxi/data/rides.csv", "distance,fare\n" + string.Join('\n', rides) + "\n");
        _workspace.Replace("Taxi/Taxi.csproj", "<Hyperparameter Include=\"L2\" Value=\"0.1\" />", "");
    }

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("-p:PublishTrimmed=true")]
    [InlineData("-p:PublishAot=true")]
    public async Task A_published_app_predicts_what_the_model_learned(string property)
    {
        AddPredictingApp();

        CommandResult publish = (await _workspace.RunAsync(
            "publish", "App", property, "--self-contained", "-r", RuntimeInformation.RuntimeIdentifier, "-o", "out")).EnsureSucceeded();

        Assert.DoesNotContain("warning", publish.Output, StringComparison.Ordinal);
        using Command app = Command.Start(_workspace.PathOf("out/App"), [], _workspace.Path, new Dictionary<string, string?>());
        string[] lines = (await app.WaitAsync()).EnsureSucceeded().Output.Split('\n', StringSplitOptions.TrimEntries);
        Assert.InRange(double.Parse(lines[0], CultureInfo.InvariantCulture), 22.4, 22.6);
        Assert.Equal(_workspace.ModelVersion("Taxi"), lines[1]);
    }

    [Fact]
    public async Task A_model_that_was_changed_on_its_way_into_the_assembly_fails_the_verification()
    {
        _workspace.Replace("Taxi/Taxi.csproj", "</Project>", """
              <Target Name="Tamper" AfterTargets="_AddModelToCompilation" Condition="Exists('tampered.bin')">
                <ItemGroup>
                  <EmbeddedResource Remove="$(MSBuildProjectDirectory)/obj/model/Taxi.safetensors" />
                  <EmbeddedResource Include="tampered.bin" LogicalName="ModelSdk/Taxi.safetensors" WithCulture="false" Type="Non-Resx" />
                </ItemGroup>
              </Target>
            </Project>
            """);
        await _workspace.BuildAsync("Taxi");
        byte[] model = File.ReadAllBytes(_workspace.PathOf("Taxi/obj/model/Taxi.safetensors"));
        byte[] good = File.ReadAllBytes(_workspace.PathOf("Taxi/bin/Debug/net10.0/Taxi.dll"));

        // The end of the file holds weights: another bit, another prediction.
        model[^1] ^= 1;
        File.WriteAllBytes(_workspace.PathOf("Taxi/tampered.bin"), model);
        CommandResult failed = await _workspace.FailToBuildAsync("Taxi");

        failed.EnsureSays("error MODEL");
        Assert.Equal(good, File.ReadAllBytes(_workspace.PathOf("Taxi/bin/Debug/net10.0/Taxi.dll")));
    }

    [Fact]
    public async Task A_pinned_Runtime_that_computes_differently_fails_the_verification()
    {
        const string Version = "7.7.7-other";
        await PackOtherRuntimeAsync(Version);
        _workspace.Replace("Taxi/Taxi.csproj", "</Project>", $"""
              <ItemGroup>
                <PackageReference Update="ModelSdk.Runtime" Version="{Version}" />
              </ItemGroup>
            </Project>
            """);

        CommandResult failed = await _workspace.FailToBuildAsync("Taxi");

        failed.EnsureSays("error MODEL6001");
        failed.EnsureSays(Version);
        Assert.False(_workspace.Has("Taxi/bin/Debug/net10.0/Taxi.dll"));
    }

    /// <summary>Packs the Runtime of this working tree with another value added to every margin.</summary>
    private async Task PackOtherRuntimeAsync(string version)
    {
        foreach (string project in new[] { "ModelSdk.Contracts", "ModelSdk.Runtime" })
        {
            string source = Path.Combine(Repository.Root, "src", project);
            foreach (string file in Directory.EnumerateFiles(source, "*.cs*", SearchOption.AllDirectories))
            {
                string relative = Path.GetRelativePath(source, file);
                if (!relative.StartsWith("obj", StringComparison.Ordinal) && !relative.StartsWith("bin", StringComparison.Ordinal))
                {
                    _workspace.Write($"{project}/{relative}", File.ReadAllText(file));
                }
            }
        }

        _workspace.Replace("ModelSdk.Runtime/PredictionModel.cs", "this.kernel.ComputeMargins(slots, scores);", "this.kernel.ComputeMargins(slots, scores); scores[0] += 0.001;");
        string[] properties =
        [
            $"-p:Version={version}", "-p:IsPackable=true", "-p:LangVersion=latest", "-p:Nullable=enable", "-p:ImplicitUsings=enable",
            $"-p:PackageOutputPath={TestWorkspace.Feed.Packages}",
        ];
        (await _workspace.RunAsync(["pack", "ModelSdk.Contracts", .. properties])).EnsureSucceeded();
        (await _workspace.RunAsync(["pack", "ModelSdk.Runtime", .. properties])).EnsureSucceeded();
    }

    private void AddPredictingApp()
    {
        _workspace.AddApp();
        _workspace.Write("App/Program.cs", """
            using Taxi;

            System.Console.WriteLine(TaxiModel.Predict(new TaxiInput { Distance = 10 }).Fare.ToString(System.Globalization.CultureInfo.InvariantCulture));
            System.Console.WriteLine(TaxiModel.Info.Version);
            """);
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using ModelSdk.Testing;

namespace ModelSdk.Package.Tests.Samples;

public sealed class SampleTests : IDisposable
{
    private readonly TestWorkspace _workspace = new(realEngine: true);

    // The contracts are committed: nothing may be left to write.
    public SampleTests() => _workspace.Set("CI", "true");

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void They_name_the_version_that_the_repository_packs()
    {
        string version = Regex.Match(File.ReadAllText(Path.Combine(Repository.Root, "Directory.Build.props")), "<Version>(.*)</Version>").Groups[1].Value;
        string[] named = [.. Directory.EnumerateFiles(SampleCopies.Root, "*.csproj", SearchOption.AllDirectories)
            .SelectMany(project => SampleCopies.NamedSdk().Matches(File.ReadAllText(project))).Select(match => match.Value)];

        Assert.Equal(4, named.Length);
        Assert.All(named, name => Assert.Equal($"ModelSdk/{version}", name));
    }

    [Fact]
    public async Task Taxi_fares_grow_with_the_distance()
    {
        _workspace.AddSample("taxi-fare");

        await _workspace.BuildAsync("taxi-fare/TaxiFare.slnx", "-warnaserror");
        string output = (await _workspace.RunAsync("run", "--no-build", "--project", "taxi-fare/TaxiFare.App")).EnsureSucceeded().Output;

        double[] fares = [.. Regex.Matches(output, @"miles:\s+(\S+) USD").Select(match => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];
        Assert.Equal(4, fares.Length);
        Assert.Equal(fares.Order(), fares);
        // The tariff of the time: about 2.50 dollars a mile on top of 2.50 to begin with.
        Assert.InRange(fares[1], 7, 13);
    }

    [Fact]
    public async Task Iris_holds_its_gates()
    {
        _workspace.AddSample("iris");

        await _workspace.BuildAsync("iris/Iris", "-warnaserror");

        Assert.True(_workspace.Has("iris/Iris/bin/Debug/net10.0/Iris.dll"));
    }

    [Fact]
    public async Task An_own_trainer_is_built_first_and_holds_its_gate()
    {
        _workspace.AddSample("own-trainer");

        await _workspace.BuildAsync("own-trainer/Tumour", "-warnaserror");

        Assert.Contains("\"trainer\":\"NearestMean\"", _workspace.Read("own-trainer/Tumour/obj/model/version.json"), StringComparison.Ordinal);
        Assert.False(_workspace.Has("own-trainer/Tumour/bin/Debug/net10.0/NearestMean.dll"));
    }

    [Fact]
    public async Task A_strict_gate_on_incomes_fails_at_its_line_and_leaves_the_output_alone()
    {
        _workspace.AddSample("income");
        await _workspace.BuildAsync("income/Income.slnx", "-warnaserror");
        Assert.Contains("Bachelors", (await _workspace.RunAsync("run", "--no-build", "--project", "income/Income.App")).EnsureSucceeded().Output, StringComparison.Ordinal);
        string[] built = Output();

        int line = 1 + Array.FindIndex(File.ReadAllLines(_workspace.PathOf("income/Income/Income.csproj")), text => text.Contains("StrictGate)'", StringComparison.Ordinal));
        for (int build = 0; build < 2; build++)
        {
            CommandResult failed = await _workspace.FailToBuildAsync("income/Income.slnx", "-p:StrictGate=true");
            Assert.Matches($@"Income\.csproj\({line},5\): error MODEL3\d\d\d: .*Recall", failed.Output);
            Assert.Equal(built, Output());
        }
    }

    private string[] Output() =>
    [
        .. new[] { "income/Income/bin", "income/Income.App/bin" }
            .SelectMany(folder => Directory.EnumerateFiles(_workspace.PathOf(folder), "*", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal)
            .Select(file => $"{file} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))} {File.GetLastWriteTimeUtc(file):O}"),
    ];
}

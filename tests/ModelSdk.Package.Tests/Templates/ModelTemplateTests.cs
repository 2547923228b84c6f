using ModelSdk.Testing;

namespace ModelSdk.Package.Tests.Templates;

public sealed class ModelTemplateTests : IDisposable
{
    private const string Rides = "distance,payment,fare\n";

    private readonly TestWorkspace _workspace = new(realEngine: true);

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("Garden")]
    [InlineData("3d.Garden-Flowers")]
    public async Task Without_options_it_builds_as_it_is_also_on_a_build_machine(string name)
    {
        _workspace.Set("CI", "true");
        await _workspace.InstallTemplatesAsync();

        await _workspace.NewAsync("model", "--name", name);
        await _workspace.BuildAsync(name, "-warnaserror");

        Assert.True(_workspace.Has($"{name}/bin/Debug/net10.0/{name}.dll"));
    }

    [Theory]
    [InlineData("Forecasting", "orders.csv")]
    [InlineData("AnomalyDetection", "readings.csv")]
    public async Task With_a_task_alone_it_comes_with_data_for_it_and_builds_also_on_a_build_machine(string task, string data)
    {
        _workspace.Set("CI", "true");
        await _workspace.InstallTemplatesAsync();

        await _workspace.NewAsync("model", "--name", "Factory", "--task", task);
        await _workspace.BuildAsync("Factory", "-warnaserror");

        Assert.True(_workspace.Has("Factory/bin/Debug/net10.0/Factory.dll"));
        Assert.True(_workspace.Has($"Factory/data/{data}"));
        Assert.False(_workspace.Has("Factory/data/iris.csv"));
        Assert.False(_workspace.Has("Factory/samples"));
    }

    [Fact]
    public async Task Of_own_data_the_first_build_writes_the_contract_and_a_locked_build_names_the_command_that_does()
    {
        await _workspace.InstallTemplatesAsync();
        _workspace.Write("rides.csv", Rides + string.Concat(Enumerable.Range(1, 200).Select(Ride)));
        await _workspace.NewAsync("model", "--name", "TaxiFare", "--label", "fare", "--task", "Regression", "--data", "../rides.csv");

        CommandResult locked = await _workspace.FailToBuildAsync("TaxiFare", "-p:ModelLocked=true");
        Assert.Contains("MODEL1901", locked.Output, StringComparison.Ordinal);
        Assert.Contains("dotnet model init", locked.Output, StringComparison.Ordinal);
        Assert.False(_workspace.Has("TaxiFare/TaxiFare.schema.json"));

        await _workspace.BuildAsync("TaxiFare");
        Assert.Contains("\"fare\"", _workspace.Read("TaxiFare/TaxiFare.schema.json"), StringComparison.Ordinal);

        await _workspace.BuildAsync("TaxiFare", "-p:ModelLocked=true", "-t:Rebuild");
    }

    [Fact]
    public async Task What_the_options_say_reaches_the_project_letter_by_letter()
    {
        await _workspace.InstallTemplatesAsync();
        await _workspace.NewAsync(
            "model", "--name", "Income", "--label", "pay & 5%20 $(x) @(y)", "--positive-label", ">50K", "--task", "BinaryClassification",
            "--trainer", "LogisticRegression", "--data", "../people.csv");

        string project = (await _workspace.RunAsync(
            "msbuild", "Income", "-getProperty:ModelLabel,ModelPositiveLabel,ModelTask,ModelTrainer", "-getItem:TrainingData")).EnsureSucceeded().Output;

        using System.Text.Json.JsonDocument read = System.Text.Json.JsonDocument.Parse(project);
        System.Text.Json.JsonElement properties = read.RootElement.GetProperty("Properties");
        Assert.Equal("pay & 5%20 $(x) @(y)", properties.GetProperty("ModelLabel").GetString());
        Assert.Equal(">50K", properties.GetProperty("ModelPositiveLabel").GetString());
        Assert.Equal("BinaryClassification", properties.GetProperty("ModelTask").GetString());
        Assert.Equal("LogisticRegression", properties.GetProperty("ModelTrainer").GetString());
        Assert.Equal("../people.csv", read.RootElement.GetProperty("Items").GetProperty("TrainingData")[0].GetProperty("Identity").GetString());
    }

    [Fact]
    public async Task Own_data_without_label_and_task_is_refused_with_the_names_of_both()
    {
        await _workspace.InstallTemplatesAsync();

        CommandResult refused = (await _workspace.TryNewAsync("model", "--name", "TaxiFare", "--data", "../rides.csv")).EnsureFailed();

        Assert.Contains("'--label', '--task'", refused.Output, StringComparison.Ordinal);
        Assert.False(_workspace.Has("TaxiFare/TaxiFare.csproj"));
    }

    private static string Ride(int number)
    {
        int distance = number % 37;
        return $"{distance},{(number % 3 == 0 ? "card" : "cash")},{(2 * distance) + (number % 5)}\n";
    }
}

using ModelSdk.Testing;

namespace ModelSdk.Package.Tests;

public sealed class NameAndPathTests
{
    [Fact]
    public async Task Spaces_and_letters_of_other_languages_in_paths_work()
    {
        using TestWorkspace workspace = new(" ä ü 日本 &'x'");
        workspace.AddModel();
        File.Move(workspace.PathOf("Taxi/data/rides.csv"), workspace.PathOf("Taxi/data/größte Fahrten.csv"));

        await workspace.BuildAsync("Taxi");
        await workspace.BuildAsync("Taxi");

        Assert.Equal([ModelProject.AllStations, "verify"], workspace.EngineStarts("Taxi"));
    }

    [Theory]
    [InlineData("Taxi", "Taxi", "Taxi")]
    [InlineData("Shop.ChurnModel", "Churn", "Shop.Churn")]
    [InlineData("Shop.Churn", "Churn", "Shop.Churn")]
    [InlineData("Model", "Model", "Model")]
    [InlineData("iris-2.0", "_0", "iris_2._0")]
    public async Task The_models_name_follows_from_the_projects(string project, string name, string space)
    {
        using TestWorkspace workspace = new();
        workspace.AddModel(project);

        string output = (await workspace.RunAsync("msbuild", project, "-getProperty:ModelName,ModelNamespace")).EnsureSucceeded().Output;

        Assert.Contains($"\"ModelName\": \"{name}\"", output, StringComparison.Ordinal);
        Assert.Contains($"\"ModelNamespace\": \"{space}\"", output, StringComparison.Ordinal);
    }
}

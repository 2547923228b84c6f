using ModelSdk.Testing;

namespace ModelSdk.Package.Tests.Templates;

public sealed class ModelAppTemplateTests
{
    [Fact]
    public async Task The_solution_builds_tests_and_predicts_on_a_build_machine_under_any_name()
    {
        using TestWorkspace workspace = new(realEngine: true);
        workspace.Set("CI", "true");
        await workspace.InstallTemplatesAsync();
        await workspace.NewAsync("model-app", "--name", "3d.Garden-Flowers");
        const string solution = "3d.Garden-Flowers/3d.Garden-Flowers.slnx";

        await workspace.BuildAsync(solution, "-warnaserror", "-c", "Release");
        CommandResult tests = (await workspace.RunAsync("test", solution, "--no-build", "-c", "Release")).EnsureSucceeded();
        CommandResult app = (await workspace.RunAsync("run", "--no-build", "-c", "Release", "--project", "3d.Garden-Flowers/3d.Garden-Flowers.App")).EnsureSucceeded();

        Assert.Matches(@"Failed:\s+0, Passed:\s+4", tests.Output);
        Assert.Equal(["setosa", "versicolor", "virginica"], app.Output.Trim().Split('\n')[1..].Select(line => line.Trim().Split(' ')[^1]));
        Assert.True(workspace.Has("3d.Garden-Flowers/.github/workflows/build.yml"));
        Assert.True(workspace.Has("3d.Garden-Flowers/.gitignore"));
    }
}

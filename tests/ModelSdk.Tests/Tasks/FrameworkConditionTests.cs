using ModelSdk.Tasks;
using ModelSdk.Tasks.Options;

namespace ModelSdk.Tests.Tasks;

/// <summary>One model is trained for all frameworks of a project, so nothing of it may ask for the framework.</summary>
public sealed class FrameworkConditionTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modelsdk-project-");

    public void Dispose() => this.folder.Delete(recursive: true);

    [Theory]
    [InlineData("<ItemGroup><MetricGate Include='Rmse' Max='1' Condition=\"'$(TargetFramework)' == 'net8.0'\" /></ItemGroup>", "MetricGate")]
    [InlineData("<ItemGroup Condition=\"'$(TargetFramework)' == 'net8.0'\"><TrainingData Include='a.csv' /></ItemGroup>", "TrainingData")]
    [InlineData("<ItemGroup Condition=\"'$(targetframework)' == 'net8.0'\"><hyperparameter Include='L2' Value='1' /></ItemGroup>", "hyperparameter")]
    [InlineData("<PropertyGroup><ModelTrainer Condition=\"$([MSBuild]::IsTargetFrameworkCompatible('$(TargetFramework)', 'net10.0'))\">Ridge</ModelTrainer></PropertyGroup>", "ModelTrainer")]
    [InlineData("<PropertyGroup Condition=\"'$(TargetFrameworkVersion)' == 'v8.0'\"><ModelSeed>2</ModelSeed></PropertyGroup>", "ModelSeed")]
    [InlineData("<PropertyGroup Condition=\"$(TargetFramework.StartsWith('net8'))\"><ModelSeed>2</ModelSeed></PropertyGroup>", "ModelSeed")]
    [InlineData("<PropertyGroup Condition=\"'$(RuntimeIdentifier)' != ''\"><ModelSeed>2</ModelSeed></PropertyGroup>", "ModelSeed")]
    [InlineData("<Choose><When Condition=\"'$(TargetFramework)' == 'net8.0'\" /><Otherwise><ItemGroup><ModelFeature Include='a' /></ItemGroup></Otherwise></Choose>", "ModelFeature")]
    [InlineData("<ItemGroup><MetricGate Include='Rmse'><Max Condition=\"'$(TargetFramework)' == 'net8.0'\">1</Max></MetricGate></ItemGroup>", "MetricGate")]
    [InlineData("<ItemGroup><TestData Include='data/$(TargetFramework)/*.csv' /></ItemGroup>", "TestData")]
    [InlineData("<PropertyGroup><ModelQueryFile>$(TargetFramework).sql</ModelQueryFile></PropertyGroup>", "ModelQueryFile")]
    public void What_asks_for_the_framework_is_found(string body, string name) => Assert.Equal([name], this.Find(body));

    [Theory]
    [InlineData("<ItemGroup Condition=\"'$(Configuration)' == 'Debug'\"><TrainingData Include='a.csv' /></ItemGroup>")]
    [InlineData("<ItemGroup Condition=\"'$(TargetFramework)' == 'net8.0'\"><PackageReference Include='A' /></ItemGroup>")]
    [InlineData("<PropertyGroup Condition=\"'$(TargetFramework)' == 'net8.0'\"><LangVersion>12</LangVersion></PropertyGroup>")]
    [InlineData("<PropertyGroup><TargetFrameworks>net8.0;net10.0</TargetFrameworks><ModelTrainer Condition=\"'$(TargetFrameworks)' != ''\">Ridge</ModelTrainer></PropertyGroup>")]
    [InlineData("<Choose><When Condition=\"'$(CI)' == 'true'\" /><Otherwise><ItemGroup><ModelFeature Include='a' /></ItemGroup></Otherwise></Choose>")]
    public void What_does_not_is_left_alone(string body) => Assert.Empty(this.Find(body));

    private string[] Find(string body)
    {
        string path = Path.Combine(this.folder.FullName, "Model.csproj");
        File.WriteAllText(path, $"<Project>\n{body}\n</Project>");
        (string Name, SourcePlace Place)[] found = [.. ModelDeclarations.DependingOnFramework(new ProjectSources(path, []))];
        Assert.All(found, element => Assert.Equal((path, 2), (element.Place.File, element.Place.Line)));
        return [.. found.Select(element => element.Name)];
    }
}

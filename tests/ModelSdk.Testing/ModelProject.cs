namespace ModelSdk.Testing;

/// <summary>A small model project, the one that most tests change something in.</summary>
public static class ModelProject
{
    /// <summary>What a build starts the engine for.</summary>
    public const string AllStations = "train,evaluate,gate,version";

    /// <summary>The contract of the project's data.</summary>
    public const string Contract = """
        {
          "format": 1,
          "task": "Regression",
          "columns": [
            { "name": "distance", "property": "Distance", "role": "feature", "kind": "numeric" },
            { "name": "fare", "property": "Fare", "role": "label", "kind": "numeric" }
          ]
        }
        """;

    /// <summary>Adds a model project <paramref name="name"/> whose element <c>Project</c> has these attributes, and this in its body.</summary>
    public static void AddModel(this TestWorkspace workspace, string name = "Taxi", string attributes = "Sdk=\"ModelSdk/@version@\"", string body = "")
    {
        workspace.Write($"{name}/{name}.csproj", $"""
            <Project {attributes}>
              <PropertyGroup>
                <ModelTask>Regression</ModelTask>
                <ModelLabel>fare</ModelLabel>
              </PropertyGroup>
              <ItemGroup>
                <TrainingData Include="data/*.csv" />
                <Hyperparameter Include="L2" Value="0.1" />
                <MetricGate Include="R2" Min="0.5" />
              </ItemGroup>
            {body}
            </Project>
            """);
        workspace.Write($"{name}/data/rides.csv", "distance,fare\n1,3.5\n2,5.5\n");
        workspace.Write($"{name}/Place.cs", $"namespace {name};\n\npublic static class Place\n{{\n    public static string Name => typeof(Place).Assembly.GetName().Name!;\n}}\n");
    }

    /// <summary>Adds a console app that references the model project and writes the version of its assembly.</summary>
    public static void AddApp(this TestWorkspace workspace, string name = "App", string model = "Taxi", string body = "")
    {
        workspace.Write($"{name}/{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="../{model}/{model}.csproj" />
              </ItemGroup>
            {body}
            </Project>
            """);
        workspace.Write($"{name}/Program.cs", $$"""
            using System.Reflection;

            Assembly model = typeof({{model}}.Place).Assembly;
            System.Console.WriteLine($"version {model.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion}");
            System.Console.WriteLine($"resources {string.Join(' ', model.GetManifestResourceNames())}");
            """);
    }
}

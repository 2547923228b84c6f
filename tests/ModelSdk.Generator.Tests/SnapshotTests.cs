using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace ModelSdk.Generator.Tests;

/// <summary>Generated source as committed under Snapshots. With MODELSDK_UPDATE_SNAPSHOTS=1 the files are written anew; the diff is the review.</summary>
public sealed class SnapshotTests
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("MODELSDK_UPDATE_SNAPSHOTS") == "1";

    [Theory]
    [InlineData("Churn")]
    [InlineData("Income")]
    [InlineData("Penguins")]
    [InlineData("Reviews")]
    [InlineData("TaxiFare")]
    [InlineData("Torture")]
    public void The_generated_source_is_the_reviewed_one(string name)
    {
        GeneratorDriverRunResult result = GeneratorRun.Run(ContractText.Of(RunTests.ContractOf(name)), ("ModelName", name), ("RootNamespace", "Acme.Models"));
        Assert.Empty(result.Diagnostics);
        Dictionary<string, string> actual = result.Results.Single().GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());
        string folder = Path.Combine(SourceFolder(), "Snapshots", name);
        if (Update)
        {
            Write(folder, actual);
        }

        string[] files = Directory.GetFiles(Update ? folder : Path.Combine(AppContext.BaseDirectory, "Snapshots", name));
        Assert.Equal(actual.Keys.Order(StringComparer.Ordinal), files.Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal));
        Assert.All(files, file => Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), actual[Path.GetFileName(file)]));
    }

    private static void Write(string folder, Dictionary<string, string> sources)
    {
        Directory.CreateDirectory(folder);
        foreach (KeyValuePair<string, string> source in sources)
        {
            File.WriteAllText(Path.Combine(folder, source.Key), source.Value);
        }
    }

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}

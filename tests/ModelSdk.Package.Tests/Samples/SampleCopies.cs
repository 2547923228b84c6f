using System.Text.RegularExpressions;
using ModelSdk.Testing;

namespace ModelSdk.Package.Tests.Samples;

/// <summary>Copies of the samples that build against the packages under test.</summary>
internal static partial class SampleCopies
{
    /// <summary>The folder of the samples in the repository.</summary>
    public static string Root { get; } = Path.Combine(Repository.Root, "samples");

    /// <summary>Copies a sample into the workspace and lets it name the version of the packed SDK.</summary>
    public static void AddSample(this TestWorkspace workspace, string sample)
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Root, sample), "*", SearchOption.AllDirectories).Where(IsSource))
        {
            string copy = Path.GetRelativePath(Root, file);
            Directory.CreateDirectory(Path.GetDirectoryName(workspace.PathOf(copy))!);
            File.Copy(file, workspace.PathOf(copy));
        }

        foreach (string project in Directory.EnumerateFiles(workspace.PathOf(sample), "*.csproj", SearchOption.AllDirectories))
        {
            string text = NamedSdk().Replace(File.ReadAllText(project), $"ModelSdk/{TestWorkspace.Feed.Version}");
            File.WriteAllText(project, text.Replace("Abstractions\" Version=\"1.0.0\"", $"Abstractions\" Version=\"{TestWorkspace.Feed.Version}\"", StringComparison.Ordinal));
        }
    }

    /// <summary>Where a project names the SDK.</summary>
    [GeneratedRegex("(?<=Sdk=\")ModelSdk/[^\"]+")]
    public static partial Regex NamedSdk();

    private static bool IsSource(string file) => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj");
}

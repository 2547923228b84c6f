using System.Xml.Linq;

namespace ModelSdk.Tests.Architecture;

public class ProjectReferenceTests
{
    // DESIGN, projects: who may reference whom. What is not listed may reference nothing of ours.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["ModelSdk.Contracts"] = [],
        ["ModelSdk.Tasks"] = [],
        ["ModelSdk.Runtime"] = ["ModelSdk.Contracts"],
        ["ModelSdk.Engine.Abstractions"] = ["ModelSdk.Contracts"],
        ["ModelSdk.Generator"] = ["ModelSdk.Contracts"],
        ["ModelSdk.Store"] = ["ModelSdk.Contracts"],
        ["ModelSdk.DuckDb"] = ["ModelSdk.Engine.Abstractions"],
        ["ModelSdk.LightGbm"] = ["ModelSdk.Engine.Abstractions"],
        ["ModelSdk.Engine"] = ["ModelSdk.Engine.Abstractions", "ModelSdk.Runtime", "ModelSdk.Store"],
        ["ModelSdk.Cli"] = ["ModelSdk.Engine", "ModelSdk.Store"],
    };

    public static TheoryData<string> Projects() => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_the_design_allows(string project)
    {
        XDocument document = XDocument.Load(RepositoryRoot.Path("src", project, project + ".csproj"));
        IEnumerable<string> referenced = document.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
        Assert.Empty(referenced.Except(Allowed[project]));
    }

    [Fact]
    public void What_ships_in_an_app_has_no_package_dependency()
    {
        foreach (string project in new[] { "ModelSdk.Contracts", "ModelSdk.Runtime", "ModelSdk.Engine.Abstractions" })
        {
            XDocument document = XDocument.Load(RepositoryRoot.Path("src", project, project + ".csproj"));
            Assert.Empty(document.Descendants("PackageReference"));
        }
    }

    [Fact]
    public void Namespaces_of_the_engine_do_not_form_a_circle()
    {
        string source = RepositoryRoot.Path("src", "ModelSdk.Engine");
        Dictionary<string, HashSet<string>> uses = Directory.GetDirectories(source)
            .Select(folder => Path.GetFileName(folder)!)
            .Where(name => name is not ("bin" or "obj"))
            .ToDictionary(name => name, name => NamespacesUsed(Path.Combine(source, name)));
        Assert.Empty(uses.Where(pair => Reaches(pair.Key, pair.Key, uses, [])).Select(pair => pair.Key));
    }

    private static HashSet<string> NamespacesUsed(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .SelectMany(File.ReadLines)
            .Where(line => line.StartsWith("using ModelSdk.Engine.", StringComparison.Ordinal))
            .Select(line => line["using ModelSdk.Engine.".Length..].TrimEnd(';').Split('.')[0])
            .Where(name => name != Path.GetFileName(folder)),
    ];

    private static bool Reaches(string from, string target, Dictionary<string, HashSet<string>> uses, HashSet<string> seen) =>
        uses.TryGetValue(from, out HashSet<string>? next)
        && next.Any(name => name == target || (seen.Add(name) && Reaches(name, target, uses, seen)));
}

using System.Text.RegularExpressions;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Tests.Architecture;

namespace ModelSdk.Tests.Contracts.Diagnostics;

public partial class DiagnosticRegistryTests
{
    public static TheoryData<string> Codes() => [.. DiagnosticRegistry.All.Select(diagnostic => diagnostic.Code)];

    [Fact]
    public void Every_number_is_used_once() =>
        Assert.Equal(DiagnosticRegistry.All.Count, DiagnosticRegistry.All.Select(diagnostic => diagnostic.Code).Distinct().Count());

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_diagnostic_has_a_page_under_its_title(string code)
    {
        ModelDiagnostic diagnostic = DiagnosticRegistry.All.Single(candidate => candidate.Code == code);
        string[] page = File.ReadAllLines(RepositoryRoot.Path("docs", "diagnostics", code + ".md"));
        Assert.Equal($"# {code}: {diagnostic.Title}", page[0]);
        Assert.True(page.Length > 5, "A page says what the diagnostic means and how to fix it.");
    }

    [Fact]
    public void Every_page_belongs_to_a_diagnostic() =>
        Assert.Empty(Directory.EnumerateFiles(RepositoryRoot.Path("docs", "diagnostics"), "MODEL*.md")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Except(DiagnosticRegistry.All.Select(diagnostic => diagnostic.Code)));

    [Fact]
    public void Every_code_in_the_sources_is_registered()
    {
        IEnumerable<string> used = Directory.EnumerateFiles(RepositoryRoot.Path("src"), "*.*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".cs" or ".targets" or ".props" && !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(path => Code().Matches(File.ReadAllText(path)).Select(match => match.Value));
        Assert.Empty(used.Distinct().Except(DiagnosticRegistry.All.Select(diagnostic => diagnostic.Code)));
    }

    [GeneratedRegex("MODEL[0-9]{4}")]
    private static partial Regex Code();
}

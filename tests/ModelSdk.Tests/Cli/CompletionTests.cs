using ModelSdk.Store;
using ModelSdk.Tests.Engine.Stations;
using ModelSdk.Tests.Store;

namespace ModelSdk.Tests.Cli;

public sealed class CompletionTests : IDisposable
{
    private readonly TemporaryStore store = new();

    public CompletionTests()
    {
        string first = this.store.Add("0.9.0");
        string second = this.store.Add("0.10.0", first);
        this.store.Promote("production", first);
        this.store.Promote("staging", second);
    }

    public void Dispose() => this.store.Dispose();

    [Fact]
    public void Versions_and_environments_are_names_of_versions() =>
        Assert.Equal(["0.10.0", "0.9.0", "parent", "production", "staging"], this.Suggest("show --store {0} ", "").Where(word => word[0] is not ('-' or '/')));

    [Fact]
    public void A_promotion_goes_to_an_environment() =>
        Assert.Equal(["production"], this.Suggest("promote --store {0} 0.9.0 ", "prod"));

    [Theory]
    [InlineData("rollback --store {0} ", "st", "staging")]
    [InlineData("journal --store {0} ", "prod", "production")]
    [InlineData("restore --store {0} ", "0.9", "0.9.0")]
    [InlineData("diff --store {0} 0.9.0 ", "0.10", "0.10.0")]
    [InlineData("retire --store {0} ", "0.10", "0.10.0")]
    [InlineData("", "prom", "promote")]
    [InlineData("log ", "--for", "--format")]
    [InlineData("log --format ", "js", "json")]
    [InlineData("completions ", "ba", "bash")]
    public void Words_are_completed(string line, string word, string expected) => Assert.Contains(expected, this.Suggest(line, word));

    [Fact]
    public void Only_a_leaf_can_be_retired() =>
        Assert.Equal(["0.10.0"], this.Suggest("retire --store {0} ", "").Where(word => word[0] is not ('-' or '/')));

    [Fact]
    public void A_number_that_two_versions_have_is_offered_as_their_ids()
    {
        string first = this.store.Lineage.Resolve("0.9.0").Id;
        string[] twice = [this.store.Lineage.Resolve("0.10.0").Id, this.store.Add(TemporaryStore.Record("0.10.0", first) with { DataDigest = first })];
        string[] ids = [.. twice.Select(VersionId.Abbreviate).Order(StringComparer.Ordinal)];
        Assert.Equal([.. ids, "0.9.0"], this.Suggest("restore --store {0} ", "").Where(word => ids.Contains(word) || word[0] is '0').OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal));
        Assert.Equal(ids, this.Suggest("retire --store {0} ", "").Where(word => word[0] is not ('-' or '/')).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_commit_follows_versions()
    {
        using StationProject project = new();
        project.Write("Fare.csproj", "<Project />");
        project.Commit("First");
        string line = $"commit -m x --project {project.Folder} --parent ";
        Assert.Contains("0.1.0", Run(line).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("show --store /nowhere ")]
    [InlineData("show --project /nowhere ")]
    [InlineData("show --store ")]
    public void What_cannot_be_read_completes_nothing(string line)
    {
        CommandRun run = Run(line);
        Assert.Equal("", run.Error);
        Assert.DoesNotContain("0.9.0", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Hidden_commands_and_options_are_not_offered()
    {
        Assert.DoesNotContain("run-stations", this.Suggest("", ""));
        Assert.DoesNotContain("--options", this.Suggest("promote ", "--"));
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _dotnet_model dotnet-model")]
    [InlineData("zsh", "compdef _dotnet_model dotnet-model")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName dotnet-model")]
    public void Each_shell_has_its_script(string shell, string part)
    {
        CommandRun run = CommandRun.Of("completions", shell);
        Assert.Contains(part, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', run.Output);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public void Another_shell_is_a_wrong_argument() => Assert.Equal(2, CommandRun.Of("completions", "fish").ExitCode);

    private static CommandRun Run(string line) => CommandRun.Of($"[suggest:{line.Length}]", line);

    private string[] Suggest(string line, string word) =>
        Run(string.Format(System.Globalization.CultureInfo.InvariantCulture, line, this.store.Root) + word).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

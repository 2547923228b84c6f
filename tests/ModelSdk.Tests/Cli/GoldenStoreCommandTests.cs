using ModelSdk.Tests.Store;

namespace ModelSdk.Tests.Cli;

/// <summary>A store whose objects are no models and whose gates have another form: commands show what they can.</summary>
public sealed class GoldenStoreCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modelsdk-golden-");

    public GoldenStoreCommandTests() => GoldenStore.Write(this.folder.FullName);

    public void Dispose() => this.folder.Delete(recursive: true);

    [Fact]
    public void Log_draws_its_merge()
    {
        CommandRun log = this.Run("log");
        Assert.Equal(0, log.ExitCode);
        Assert.Equal(["*", "|\\", "|/", "*"], log.Lines.Where((_, index) => index is not (2 or 3)).Select(line => line.Split(' ')[0]));
        Assert.Contains("(waived) 2026-02-03 Åse Ødegård: Reason of 1.0.0 — α", log.Lines[0], StringComparison.Ordinal);
        Assert.Single(log.Lines, line => line.Contains("(retired)", StringComparison.Ordinal));
    }

    [Fact]
    public void Show_says_what_it_cannot_read()
    {
        CommandRun show = this.Run("show", "1.0.0");
        Assert.Equal(1, show.ExitCode);
        Assert.Contains("error MODEL4005: The model of version 1.0.0", show.Error, StringComparison.Ordinal);
        Assert.Contains(show.Lines, line => line.StartsWith("Gates", StringComparison.Ordinal) && line.Contains("cannot be read by this release", StringComparison.Ordinal));
        Assert.Contains(show.Lines, line => line.StartsWith("Waivers", StringComparison.Ordinal) && line.EndsWith("Recall until 2027-01-31: Too few rows", StringComparison.Ordinal));
    }

    [Fact]
    public void Diff_names_what_was_not_compared() => Assert.Contains("contract: not compared", this.Run("diff", "0.1.0", "1.0.0").Lines);

    private CommandRun Run(params string[] arguments) => CommandRun.Of([.. arguments, "--store", this.folder.FullName]);
}

using ModelSdk.Store;
using ModelSdk.Tests.Store;

namespace ModelSdk.Tests.Cli;

public sealed class DamagedLogTests : IDisposable
{
    private readonly TemporaryStore store = new();

    public void Dispose() => this.store.Dispose();

    [Fact]
    public void A_damaged_record_is_an_error_and_the_rest_is_shown()
    {
        string first = this.store.Add("0.1.0");
        string second = this.store.Add("0.2.0", first);
        File.AppendAllText(this.store.VersionFile(first), " ");

        CommandRun log = CommandRun.Of("log", "--store", this.store.Root);
        Assert.Equal(1, log.ExitCode);
        Assert.StartsWith($"{this.store.VersionFile(first)}: error MODEL4003: ", log.Error, StringComparison.Ordinal);
        Assert.Equal([$"* 0.2.0 {VersionId.Abbreviate(second)} (parent {VersionId.Abbreviate(first)} is missing) 2026-01-02 Ada: Because of 0.2.0"], log.Lines);
    }

    [Fact]
    public void A_damaged_event_is_an_error_and_the_versions_are_shown()
    {
        string first = this.store.Add("0.1.0");
        string happened = this.store.Promote("production", first);
        File.AppendAllText(this.store.EventFile("production", happened), " ");

        CommandRun log = CommandRun.Of("log", "--store", this.store.Root);
        Assert.Equal(1, log.ExitCode);
        Assert.Contains("error MODEL4003", log.Error, StringComparison.Ordinal);
        Assert.Single(log.Lines);
    }

    [Fact]
    public void A_reason_cannot_steer_the_terminal_or_break_the_line()
    {
        this.store.Add(TemporaryStore.Record("0.1.0") with { Commit = TemporaryStore.Record("0.1.0").Commit! with { Author = "A\u001b[2J <a@b>", Reason = "Red \u001b[31m [bold]:smile:[/] \u202e\nmore" } });
        string line = Assert.Single(CommandRun.Of("log", "--store", this.store.Root).Lines);
        Assert.EndsWith("A\\u001b[2J: Red \\u001b[31m [bold]:smile:[/] \\u202e", line, StringComparison.Ordinal);
    }
}

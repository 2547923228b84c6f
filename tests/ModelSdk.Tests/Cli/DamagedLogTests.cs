using ModelSdk.Cli.Lineages;
using ModelSdk.Cli.Output;
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

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_record_that_was_altered_behind_the_index_is_an_error_and_marked(bool isJson)
    {
        string first = this.store.Add("0.1.0");
        string second = this.store.Add("0.2.0", first);
        this.AlterBehindIndex(first);

        CommandRun log = CommandRun.Of(["log", "--store", this.store.Root, .. isJson ? new[] { "--format", "json" } : []]);
        Assert.Equal(1, log.ExitCode);
        Assert.StartsWith($"{this.store.VersionFile(first)}: error MODEL4003: ", log.Error, StringComparison.Ordinal);
        if (isJson)
        {
            Assert.Equal([(second, false), (first, true)], log.Json.Items.Select(version => (version["id"]!.Text, version["damaged"]!.Boolean)));
        }
        else
        {
            Assert.Equal(2, log.Lines.Length);
            Assert.Equal($"* 0.1.0 {VersionId.Abbreviate(first)} (damaged) 2026-01-02 Ada: Because of 0.1.0", log.Lines[1]);
        }
    }

    [Fact]
    public void Only_the_records_of_versions_that_are_shown_are_read()
    {
        string first = this.store.Add("0.1.0");
        this.store.Add("0.2.0", first);
        this.AlterBehindIndex(first);
        Assert.Equal(0, CommandRun.Of("log", "--store", this.store.Root, "-n", "1").ExitCode);
    }

    [Fact]
    public void Of_more_than_200_versions_no_record_is_read()
    {
        string first = this.store.Add("0.1.0");
        this.AlterBehindIndex(first);
        VersionEntry known = this.store.Lineage.Find(first)!;
        using StringWriter error = new();
        TerminalOutput terminal = new(TextWriter.Null, error);
        Assert.True(LineageReading.Read(this.store.Lineage, [.. Enumerable.Repeat(known, 200)], terminal).IsDamaged(known));
        Assert.Null(LineageReading.Read(this.store.Lineage, [.. Enumerable.Repeat(known, 201)], terminal).IsDamaged(known));
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

    /// <summary>Changes a record that the index knows, and leaves its length.</summary>
    private void AlterBehindIndex(string id)
    {
        Assert.NotNull(this.store.Lineage.Find(id));
        string file = this.store.VersionFile(id);
        File.WriteAllText(file, File.ReadAllText(file).Replace("Because", "Becauze", StringComparison.Ordinal));
        Assert.NotNull(this.store.Lineage.Find(id));
    }
}

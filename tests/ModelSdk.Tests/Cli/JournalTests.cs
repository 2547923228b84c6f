using ModelSdk.Contracts.Json;
using ModelSdk.Contracts.Versions;
using ModelSdk.Tests.Store;

namespace ModelSdk.Tests.Cli;

public sealed class JournalTests : IDisposable
{
    private readonly TemporaryStore store = new();
    private readonly string first;
    private readonly string second;

    public JournalTests()
    {
        this.first = this.store.Add("0.1.0");
        this.second = this.store.Add("0.2.0", this.first);
    }

    public void Dispose() => this.store.Dispose();

    [Fact]
    public void Events_come_in_order_with_the_last_one_marked()
    {
        string promoted = this.store.Promote("production", this.first);
        string next = this.store.Promote("production", this.second, promoted);
        this.store.RollBack("production", this.first, next);
        this.store.Promote("staging", this.second);

        CommandRun journal = this.Journal();
        Assert.Equal($"production has 0.1.0 ({this.first[..12]})", journal.Lines[0]);
        Assert.Equal(["promotion", "promotion", "rollback"], journal.Lines.Take(4).Skip(1).Select(line => line.TrimStart(' ', '*').Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]));
        Assert.StartsWith("* ", journal.Lines[3], StringComparison.Ordinal);
        Assert.EndsWith(" Grace: Tested", journal.Lines[3], StringComparison.Ordinal);
        Assert.Contains($"staging has 0.2.0 ({this.second[..12]})", journal.Lines);
        Assert.DoesNotContain("staging", this.Journal("production").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_conflict_is_said_plainly_and_how_to_end_it()
    {
        string one = this.store.Promote("production", this.first);
        string other = this.store.Promote("production", this.second);

        CommandRun journal = this.Journal("production");
        Assert.Equal(0, journal.ExitCode);
        Assert.Contains("0.1.0", journal.Lines[0], StringComparison.Ordinal);
        Assert.EndsWith("`dotnet model promote <version> production` decides.", journal.Lines[0], StringComparison.Ordinal);
        Assert.Equal(2, journal.Lines.Count(line => line.TrimStart().StartsWith('?')));

        JsonValue json = Assert.Single(this.Journal("--format", "json").Json.Items);
        Assert.True(json["inConflict"]!.Boolean);
        Assert.Null(json["versionId"]);
        Assert.Equal(new[] { one, other }.Order(), json["events"]!.Items.Select(happened => happened["id"]!.Text).Order());
        Assert.All(json["events"]!.Items, happened => Assert.True(happened["isHead"]!.Boolean));
    }

    [Fact]
    public void Json_has_each_event_as_it_was_recorded()
    {
        string promoted = this.store.Promote("production", this.first);
        JsonValue happened = this.Journal("production", "--format", "json").Json.Items[0]["events"]!.Items[0];
        EnvironmentEvent recorded = this.store.Lineage.Environment("production").Events[0].Value;
        Assert.Equal(promoted, happened["id"]!.Text);
        Assert.Equal(
            JsonText.Canonical(JsonReader.Parse(recorded.ToJson())),
            JsonText.Canonical(JsonValue.Of(happened.Members.Where(member => member.Key is not ("id" or "isHead")))));
    }

    [Fact]
    public void Without_events_it_says_so()
    {
        Assert.Contains("was promoted yet", this.Journal().Output, StringComparison.Ordinal);
        CommandRun unknown = this.Journal("production");
        Assert.Equal(1, unknown.ExitCode);
        Assert.Contains("error MODEL4012", unknown.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Prod")]
    [InlineData("../other")]
    [InlineData("parent")]
    public void A_name_that_no_environment_has_is_refused(string name)
    {
        CommandRun journal = this.Journal(name);
        Assert.Equal(1, journal.ExitCode);
        Assert.Contains("error MODEL4008", journal.Error, StringComparison.Ordinal);
    }

    private CommandRun Journal(params string[] arguments) => CommandRun.Of(["journal", "--store", this.store.Root, .. arguments]);
}

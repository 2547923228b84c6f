using CsCheck;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Versions;
using ModelSdk.Store;

namespace ModelSdk.Tests.Store;

public sealed class EnvironmentTests : IDisposable
{
    private const string Production = "production";

    private readonly TemporaryStore temporary = new();

    private LineageEnvironment Environment => this.temporary.Lineage.Environment(Production);

    public void Dispose() => this.temporary.Dispose();

    [Fact]
    public void An_environment_without_events_is_empty()
    {
        Assert.Empty(this.Environment.Events);
        Assert.Empty(this.Environment.Standing());
        Assert.Null(this.Environment.VersionId);
        Assert.Equal(StoreDiagnostics.EnvironmentEmpty, Assert.Throws<StoreException>(() => this.Environment.RequireVersionId()).Diagnostic);
    }

    [Fact]
    public void The_last_event_says_what_runs()
    {
        string a = this.temporary.Add("0.1.0");
        string b = this.temporary.Add("0.2.0", a);
        string first = this.temporary.Promote(Production, a);
        string second = this.temporary.Promote(Production, b, first);

        Assert.Equal([first, second], this.Environment.Events.Select(entry => entry.Key));
        Assert.Equal(second, Assert.Single(this.Environment.Heads).Key);
        Assert.Equal(b, this.Environment.RequireVersionId());
        Assert.Equal([Production], this.temporary.Lineage.Environments.Select(environment => environment.Name));
    }

    [Fact]
    public void Branches_that_promoted_different_versions_are_a_conflict_until_an_event_follows_both()
    {
        string a = this.temporary.Add("0.1.0");
        string b = this.temporary.Add("0.2.0", a);
        string first = this.temporary.Promote(Production, a);
        string left = this.temporary.Promote(Production, b, first);
        string right = this.temporary.RollBack(Production, a, first);

        Assert.True(this.Environment.IsInConflict);
        Assert.Null(this.Environment.VersionId);
        StoreException exception = Assert.Throws<StoreException>(() => this.Environment.RequireVersionId());
        Assert.Equal(StoreDiagnostics.EnvironmentConflict, exception.Diagnostic);
        Assert.Contains(a[..12], exception.Message, StringComparison.Ordinal);
        Assert.Contains(b[..12], exception.Message, StringComparison.Ordinal);

        this.temporary.Promote(Production, b, left, right);
        Assert.False(this.Environment.IsInConflict);
        Assert.Equal(b, this.Environment.VersionId);
    }

    [Fact]
    public void Branches_that_promoted_the_same_version_agree()
    {
        string a = this.temporary.Add("0.1.0");
        this.temporary.Event(EnvironmentEventKind.Promotion, Production, a, [], TemporaryStore.Start);
        this.temporary.Event(EnvironmentEventKind.Promotion, Production, a, [], TemporaryStore.Start.AddDays(1));
        Assert.Equal(2, this.Environment.Heads.Count);
        Assert.False(this.Environment.IsInConflict);
        Assert.Equal(a, this.Environment.VersionId);
    }

    [Fact]
    public void What_was_rolled_back_stands_no_more()
    {
        string[] versions = [.. Enumerable.Range(1, 3).Select(minor => this.temporary.Add($"0.{minor}.0"))];
        string last = this.temporary.Promote(Production, versions[0]);
        Assert.Equal([versions[0]], this.Environment.Standing());

        last = this.temporary.Promote(Production, versions[1], last);
        Assert.Equal([versions[0], versions[1]], this.Environment.Standing());

        last = this.temporary.RollBack(Production, versions[0], last);
        Assert.Equal([versions[0]], this.Environment.Standing());

        last = this.temporary.Promote(Production, versions[2], last);
        Assert.Equal([versions[0], versions[2]], this.Environment.Standing());

        last = this.temporary.Promote(Production, versions[2], last);
        Assert.Equal([versions[0], versions[2]], this.Environment.Standing());

        last = this.temporary.Promote(Production, versions[0], last);
        last = this.temporary.Promote(Production, versions[1], last);
        this.temporary.RollBack(Production, versions[0], last);
        Assert.Equal([versions[0], versions[2], versions[0]], this.Environment.Standing());
    }

    [Fact]
    public void The_order_of_events_does_not_depend_on_clocks() => Gen.Int[-1000, 1000].Array[1, 6].Sample(
        hours =>
        {
            using TemporaryStore store = new();
            string id = store.Add("0.1.0");
            List<string> events = [];
            foreach (int hour in hours)
            {
                events.Add(store.Event(EnvironmentEventKind.Promotion, Production, id, [.. events.TakeLast(1)], TemporaryStore.Start.AddHours(hour)));
            }

            Assert.Equal(events, store.Lineage.Environment(Production).Events.Select(entry => entry.Key));
            Assert.Equal(events[^1], Assert.Single(store.Lineage.Environment(Production).Heads).Key);
        },
        iter: 20);

    [Fact]
    public void Where_predecessors_leave_a_choice_the_earlier_comes_first_then_the_lower_id()
    {
        DateTimeOffset[] times = [TemporaryStore.Start.AddDays(2), TemporaryStore.Start.AddDays(1), TemporaryStore.Start.AddDays(1)];
        string[] ids = ["a", "c", "b"];
        Assert.Equal(["b", "c", "a"], LineageOrder.ParentsFirst(ids, id => id, _ => [], id => times[Array.IndexOf(ids, id)]));
        Assert.Equal(["a", "b", "c"], LineageOrder.ParentsFirst(ids, id => id, id => id == "a" ? ["unknown"] : ["a", "a"], _ => TemporaryStore.Start));
    }

    [Theory]
    [InlineData("Churn", "staging")]
    [InlineData("Fraud", Production)]
    public void An_event_that_was_copied_from_elsewhere_does_not_count(string model, string environment)
    {
        string id = this.temporary.Add("0.1.0");
        string text = new EnvironmentEvent(model, environment, EnvironmentEventKind.Promotion, id, "0.1.0").ToJson();
        this.temporary.Forge(text, "Churn", "environments", Production);
        Assert.Equal(StoreDiagnostics.DamagedRecord, Assert.Throws<StoreException>(() => this.Environment).Diagnostic);
    }

    [Fact]
    public void Folders_whose_names_are_refused_are_no_environments()
    {
        Directory.CreateDirectory(this.temporary.At("Churn", "environments", "NUL"));
        Directory.CreateDirectory(this.temporary.At("Churn", "environments", "fade"));
        Assert.Empty(this.temporary.Lineage.Environments);
    }
}

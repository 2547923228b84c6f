using ModelSdk.Contracts.Json;
using ModelSdk.Contracts.Versions;
using ModelSdk.Store;
using ModelSdk.Tests.Store;

namespace ModelSdk.Tests.Cli;

public sealed class LogTests : IDisposable
{
    private readonly TemporaryStore store = new();

    public void Dispose() => this.store.Dispose();

    [Fact]
    public void Versions_come_newest_first_beside_the_graph()
    {
        string first = this.Add("0.1.0", 0);
        string left = this.Add("0.2.0", 1, first);
        string right = this.Add("0.1.1", 2, first);
        string merged = this.Add("1.0.0", 3, left, right);
        this.store.Promote("production", merged);
        this.store.Promote("staging", merged);
        this.store.Promote("test", first);

        string[] parents = [.. new[] { left, right }.Order(StringComparer.Ordinal)];
        Assert.Equal(
            [
                $"* 1.0.0 {Short(merged)} (production, staging) 2026-01-05 Ada: Because of 1.0.0",
                "|\\",
                parents[1] == right ? $"| * 0.1.1 {Short(right)} 2026-01-04 Ada: Because of 0.1.1" : $"* | 0.1.1 {Short(right)} 2026-01-04 Ada: Because of 0.1.1",
                parents[1] == right ? $"* | 0.2.0 {Short(left)} 2026-01-03 Ada: Because of 0.2.0" : $"| * 0.2.0 {Short(left)} 2026-01-03 Ada: Because of 0.2.0",
                "|/",
                $"* 0.1.0 {Short(first)} (test) 2026-01-02 Ada: Because of 0.1.0",
            ],
            this.Log().Lines);
    }

    [Fact]
    public void Leaves_are_named_only_where_there_are_several()
    {
        string first = this.Add("0.1.0", 0);
        string left = this.Add("0.2.0", 1, first);
        Assert.DoesNotContain("(leaf)", this.Log().Output, StringComparison.Ordinal);

        string right = this.Add("0.1.1", 2, first);
        Assert.Equal(2, this.Log().Lines.Count(line => line.Contains("(leaf)", StringComparison.Ordinal)));

        this.store.Retire(right);
        Assert.Contains($"{Short(right)} (retired)", this.Log().Output, StringComparison.Ordinal);
        Assert.DoesNotContain("(leaf)", this.Log().Output, StringComparison.Ordinal);
        Assert.True(Single(this.Log("--format", "json"), left)["leaf"]!.Boolean);
        Assert.True(Single(this.Log("--format", "json"), right)["retired"]!.Boolean);
    }

    [Fact]
    public void A_conflict_shows_on_each_version_with_a_question_mark()
    {
        string first = this.Add("0.1.0", 0);
        string second = this.Add("0.2.0", 1, first);
        this.store.Promote("production", first);
        this.store.Promote("production", second);

        CommandRun log = this.Log();
        Assert.All(log.Lines, line => Assert.Contains("(production?)", line, StringComparison.Ordinal));
        Assert.Contains("`dotnet model journal production` tells more", log.Error, StringComparison.Ordinal);
        Assert.Equal(0, log.ExitCode);
        JsonValue entry = Single(this.Log("--format", "json"), first);
        Assert.Empty(entry["environments"]!.Items);
        Assert.Equal("production", Assert.Single(entry["disputedEnvironments"]!.Items).Text);
    }

    [Fact]
    public void A_waived_version_is_marked()
    {
        this.store.Add(TemporaryStore.Record("0.1.0") with { Waivers = JsonReader.Parse("""[{"metric":"Auc","reason":"Later","expires":"2027-01-31"}]""") });
        Assert.Contains("(waived)", this.Log().Output, StringComparison.Ordinal);
        Assert.True(this.Log("--format", "json").Json.Items[0]["waived"]!.Boolean);
    }

    [Theory]
    [InlineData(29, false)]
    [InlineData(30, false)]
    [InlineData(31, true)]
    public void Thirty_versions_are_listed_unless_more_are_asked_for(int count, bool isCut)
    {
        string[] last = [];
        for (int number = 0; number < count; number++)
        {
            last = [this.Add($"0.{number}.0", number, last)];
        }

        CommandRun log = this.Log();
        Assert.Equal(isCut, log.Lines[^1] == "… and 1 older version; --all shows them");
        Assert.Equal(Math.Min(30, count), log.Lines.Count(line => line.StartsWith('*')));
        Assert.Equal(count, this.Log("--all").Lines.Length);
        Assert.Equal($"… and {count - 2} older versions; --all shows them", this.Log("-n", "2").Lines[^1]);
        Assert.Equal(2, this.Log("-n", "2", "--format", "json").Json.Items.Count);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    public void A_limit_is_a_number_from_1(string limit) => Assert.Equal(2, this.Log("--limit", limit).ExitCode);

    [Fact]
    public void Json_tells_everything_of_each_version()
    {
        string first = this.Add("0.1.0", 0);
        string second = this.Add("0.2.0", 1, first);
        this.store.Promote("production", second);

        JsonValue[] versions = [.. this.Log("--format", "json").Json.Items];
        Assert.Equal([second, first], versions.Select(version => version["id"]!.Text));
        Assert.Equal(first, Assert.Single(versions[0]["parents"]!.Items).Text);
        Assert.Equal("Ada <ada@example.com>", versions[0]["author"]!.Text);
        Assert.Equal("2026-01-03T03:04:05Z", versions[0]["time"]!.Text);
        Assert.Equal("production", Assert.Single(versions[0]["environments"]!.Items).Text);
    }

    private static string Short(string id) => VersionId.Abbreviate(id);

    private static JsonValue Single(CommandRun log, string id) => log.Json.Items.Single(version => version["id"]!.Text == id);

    private string Add(string version, int day, params string[] parents)
    {
        VersionRecord record = TemporaryStore.Record(version, parents);
        return this.store.Add(record with { Commit = record.Commit! with { Time = TemporaryStore.Start.AddDays(day) } });
    }

    private CommandRun Log(params string[] arguments) => CommandRun.Of(["log", "--store", this.store.Root, .. arguments]);
}

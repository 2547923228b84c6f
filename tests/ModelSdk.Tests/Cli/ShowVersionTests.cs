using ModelSdk.Contracts.Json;
using ModelSdk.Store;
using ModelSdk.Tests.Engine.Lineages;
using ModelSdk.Tests.Engine.Stations;

namespace ModelSdk.Tests.Cli;

public sealed class ShowVersionTests : IDisposable
{
    private readonly StationProject project = new();
    private readonly VersionEntry first;
    private readonly VersionEntry second;

    public ShowVersionTests()
    {
        this.project.Clock = new FixedClock("2026-11-24T21:29:15Z");
        this.first = this.project.Commit("First")!.Version;
        this.project.Set("ModelSeed", "2");
        this.second = this.project.Commit("Another seed\n\nBecause of [red] \u001b[31m details.")!.Version;
        this.project.Promote("0.1.0", "production");
        this.project.Promote(this.second.Id, "staging");
    }

    public void Dispose() => this.project.Dispose();

    [Fact]
    public void A_version_is_shown_with_all_that_is_known_of_it()
    {
        CommandRun show = this.Show("staging");
        Assert.Equal(0, show.ExitCode);
        Assert.Equal("Fare", Fact(show, "Model"));
        Assert.Equal(this.second.Number.ToString(), Fact(show, "Version"));
        Assert.Equal(this.second.Id, Fact(show, "Id"));
        Assert.Equal(this.first.Name, Fact(show, "Follows"));
        Assert.StartsWith("2026-11-24T21:29:15Z by ", Fact(show, "Committed"), StringComparison.Ordinal);
        Assert.Equal("Another seed", Fact(show, "Reason"));
        Assert.Contains("Because of [red] \\u001b[31m details.", show.Output, StringComparison.Ordinal);
        Assert.Equal("staging since 2026-11-24T21:29:15Z, by Ada", Fact(show, "Runs in"));
        Assert.EndsWith(" test rows)", Fact(show, "Metrics"), StringComparison.Ordinal);
        Assert.Contains("passed", Fact(show, "Gates"), StringComparison.Ordinal);
        Assert.Contains($"Fare 0.1.0 → {this.second.Number}", show.Lines);
        Assert.Contains(show.Lines, line => line.StartsWith("distance", StringComparison.Ordinal));
    }

    [Fact]
    public void Piped_output_has_neither_boxes_nor_colours_and_does_not_wrap()
    {
        CommandRun show = this.Show("0.1.0");
        Assert.DoesNotContain('│', show.Output);
        Assert.DoesNotContain('\u001b', show.Output);
        Assert.Contains(show.Lines, line => line.Length > 120);
        Assert.All(show.Lines, line => Assert.Equal(line.TrimEnd(), line));
    }

    [Fact]
    public void Every_name_of_a_version_means_it()
    {
        foreach (string name in new[] { "0.1.0", this.first.Id, this.first.Id[..6], "production", $"0.1.0-dev.g{this.first.ModelDigest[..8]}" })
        {
            Assert.Equal(this.first.Id, this.Show(name, "--format", "json").Json["id"]!.Text);
        }

        Assert.Equal(this.second.Id, this.Show("parent", "--format", "json").Json["id"]!.Text);
    }

    [Fact]
    public void Json_has_the_record_and_what_the_lineage_says()
    {
        JsonValue json = this.Show(this.second.Id, "--format", "json").Json;
        Assert.Equal("LinearRegression", json["trainer"]!.Text);
        Assert.Equal(JsonText.Canonical(JsonReader.Parse(this.project.Lineage.Read(this.second).ToJson())), JsonText.Canonical(json["version"]!));
        Assert.Equal("staging", Assert.Single(json["environments"]!.Items)["environment"]!.Text);
        Assert.True(json["leaf"]!.Boolean);
        Assert.True(json["testRows"]!.Number > 0);
        Assert.Equal(this.first.Id, Assert.Single(json["differences"]!.Items)["parent"]!.Text);
        Assert.NotEmpty(json["coefficients"]!.Items);
    }

    [Theory]
    [InlineData("0.9.0", "MODEL4001")]
    [InlineData("nowhere", "MODEL4001")]
    [InlineData("..", "MODEL4001")]
    [InlineData("\u001b[31m", "MODEL4001")]
    [InlineData("objects", "MODEL4001")]
    public void A_name_that_no_version_has_is_an_error_that_lists_the_versions(string name, string code)
    {
        CommandRun show = this.Show(name);
        Assert.Equal(1, show.ExitCode);
        Assert.StartsWith($"error {code}: ", show.Error, StringComparison.Ordinal);
        Assert.Contains("0.1.0", show.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', show.Error);
        Assert.Equal("", show.Output);
    }

    [Fact]
    public void A_number_on_two_branches_is_an_error_that_lists_both()
    {
        this.project.Set("ModelSeed", "3");
        VersionEntry other = this.project.Commit("A branch", this.first.Id)!.Version;
        Assert.Equal(this.second.Number, other.Number);

        CommandRun show = this.Show(other.Number.ToString());
        Assert.Equal(1, show.ExitCode);
        Assert.Contains("error MODEL4002", show.Error, StringComparison.Ordinal);
        Assert.Contains(other.Id[..12], show.Error, StringComparison.Ordinal);

        CommandRun diff = CommandRun.Of("diff", "--store", this.project.Store.Root, this.second.Id[..12], other.Id[..12]);
        Assert.Equal($"Fare {this.second.Name} → {other.Name}", diff.Lines[0]);
    }

    [Fact]
    public void A_file_of_that_name_wins_over_a_version()
    {
        string file = Path.Combine(this.project.Folder, "production");
        File.WriteAllBytes(file, this.project.Store.Objects.Read(this.second.ModelDigest, "the model"));
        CommandRun show = CommandRun.Of("show", file, "--store", this.project.Store.Root, "--format", "json");
        Assert.Equal(this.second.ModelDigest, show.Json["modelDigest"]!.Text);
        Assert.Null(show.Json["id"]);

        CommandRun missing = this.Show(Path.Combine(this.project.Folder, "gone.safetensors"));
        Assert.Equal(1, missing.ExitCode);
        Assert.Contains("does not exist", missing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_missing_is_an_error_and_the_rest_is_shown()
    {
        File.Delete(this.project.Store.Objects.PathOf(this.second.ModelDigest));
        CommandRun show = this.Show("staging");
        Assert.Equal(1, show.ExitCode);
        Assert.Contains("error MODEL4004", show.Error, StringComparison.Ordinal);
        Assert.Equal(this.second.Id, Fact(show, "Id"));
        Assert.Contains("coefficients: not compared", show.Lines);
    }

    [Fact]
    public void A_retired_version_says_so()
    {
        this.project.Change().Retire(this.second.Id, "A dead end");
        Assert.Equal("2026-11-24T21:29:15Z by Ada: A dead end", Fact(this.Show(this.second.Id), "Retired"));
        Assert.Equal("A dead end", this.Show(this.second.Id, "--format", "json").Json["retirement"]!["reason"]!.Text);
    }

    private static string Fact(CommandRun show, string name) =>
        show.Lines.First(line => line.StartsWith(name + " ", StringComparison.Ordinal))[name.Length..].Trim();

    private CommandRun Show(params string[] arguments) => CommandRun.Of(["show", "--store", this.project.Store.Root, .. arguments]);
}

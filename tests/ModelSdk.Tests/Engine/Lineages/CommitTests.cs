using System.Text;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Json;
using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Stations;
using ModelSdk.Tests.Engine.Stations;

namespace ModelSdk.Tests.Engine.Lineages;

public sealed class CommitTests : IDisposable
{
    private readonly StationProject project = new();

    public void Dispose() => this.project.Dispose();

    [Fact]
    public void The_first_commit_is_version_0_1_0_with_everything_that_is_known()
    {
        this.project.Clock = new FixedClock("2026-11-24T21:29:15Z");
        CommitResult result = this.project.Commit("First model of the fares.\n\nWith details.")!;

        VersionRecord record = this.project.Lineage.Read(Assert.Single(this.project.Lineage.Versions));
        Assert.True(result.IsNew);
        Assert.Equal("0.1.0", record.Version);
        Assert.Empty(record.Parents);
        Assert.Equal("First model of the fares.\n\nWith details.", record.Commit!.Reason);
        Assert.Equal("2026-11-24T21:29:15Z", RecordTime.Write(record.Commit.Time));
        Assert.Equal("Fare.csproj", record.Project);
        Assert.NotEmpty(record.Metrics);
        Assert.Equal("BetterThanNaive", record.Gates!.Items[0]["bound"]!.Text);
        Assert.Equal(File.ReadAllBytes(this.project.Artifact("Fare.safetensors")), this.project.Store.Objects.Read(record.ModelDigest, "model"));
        Assert.Equal(this.project.Text("evaluation.json"), Encoding.UTF8.GetString(this.project.Store.Objects.Read(record.Commit.EvaluationObject, "evaluation")));
    }

    [Fact]
    public void A_commit_writes_the_record_and_three_objects()
    {
        this.project.Commit("First");
        string[] before = this.Files();
        this.project.Write("data.csv", StationProject.Rows(401));
        this.project.Commit("Second");

        Assert.Equal(4, this.Files().Except(before).Count());
    }

    [Fact]
    public void The_build_is_the_version_from_then_on_and_equal_to_the_byte()
    {
        this.project.Run();
        byte[] model = File.ReadAllBytes(this.project.Artifact("Fare.safetensors"));
        Assert.StartsWith("0.1.0-dev.g", this.project.Embedded.Version, StringComparison.Ordinal);
        CommitResult committed = this.project.Commit("First")!;

        Assert.True(this.project.Run());
        Assert.Equal("0.1.0", this.project.Embedded.Version);
        Assert.Equal(committed.Version.Id, this.project.Embedded.Id);
        Assert.Null(this.project.Embedded.Commit);
        Assert.Equal(model, File.ReadAllBytes(this.project.Artifact("Fare.safetensors")));
        Assert.Equal($"0.1.0\n0.1.0\n{committed.Version.ModelDigest}\n", this.project.Text("version.txt"));
    }

    [Fact]
    public void Committing_the_same_model_twice_says_so_and_writes_nothing()
    {
        CommitResult first = this.project.Commit("First")!;
        string[] before = this.Files();
        CommitResult second = this.project.Commit("Again")!;

        Assert.False(second.IsNew);
        Assert.Equal(first.Version.Id, second.Version.Id);
        Assert.Equal(before, this.Files());
        Assert.True(this.project.Output.Said("is version 0.1.0"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    public void An_empty_reason_is_refused(string reason)
    {
        Assert.Null(this.project.Commit(reason));
        Assert.Equal(["MODEL4101"], this.project.Output.Codes);
        Assert.Empty(this.Files());
    }

    [Fact]
    public void The_record_holds_what_changed_against_the_parent()
    {
        CommitResult first = this.project.Commit("First")!;
        this.project.Write("data.csv", StationProject.Rows(600));
        this.project.Set("ModelSeed", "2");
        VersionRecord second = this.project.Commit("More data, other test rows")!.Record;

        Assert.Equal([first.Version.Id], second.Parents);
        JsonValue change = Assert.Single(second.Changes!.Items);
        Assert.Equal(first.Version.Id, change["parent"]!.Text);
        string text = JsonText.Canonical(change["difference"]!);
        Assert.Contains("\"Seed\"", text, StringComparison.Ordinal);
        Assert.Contains("400", text, StringComparison.Ordinal);
        Assert.Contains("600", text, StringComparison.Ordinal);
        Assert.Contains("Rmse", text, StringComparison.Ordinal);
        Assert.Contains("may have learned from these rows", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Versions_keep_their_order_when_the_clock_goes_back()
    {
        this.project.Clock = new FixedClock("2026-11-24T00:00:00Z");
        this.project.Commit("First");
        this.project.Write("data.csv", StationProject.Rows(500));
        this.project.Clock = new FixedClock("2026-11-19T00:00:00Z");
        VersionRecord second = this.project.Commit("Second")!.Record;

        Assert.Equal("Second", Assert.Single(this.project.Lineage.Leaves).Reason);
        Assert.Equal("2026-11-19T00:00:00Z", RecordTime.Write(second.Commit!.Time));
    }

    [Fact]
    public void A_second_project_of_the_same_model_name_is_refused()
    {
        string store = Path.Combine(this.project.Folder, ".models");
        this.project.Write("Fare.csproj", "<Project />");
        this.project.Commit("First");
        string other = Directory.CreateDirectory(Path.Combine(this.project.Folder, "other")).FullName;
        StationProject second = new(other) { StoreFolder = store };
        second.Write("Fare.csproj", "<Project />");
        second.Write("data.csv", StationProject.Rows(500));

        Assert.True(second.Run());
        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(second.Output.Diagnostics).Severity);
        Assert.Null(second.Commit("Mine"));
        Assert.Equal(["MODEL4104", "MODEL4104"], second.Output.Codes);
        Assert.Single(this.project.Lineage.Versions);
    }

    [Fact]
    public void A_project_that_moved_keeps_its_lineage()
    {
        string store = Path.Combine(this.project.Folder, ".models");
        this.project.Commit("First");
        string other = Directory.CreateDirectory(Path.Combine(this.project.Folder, "moved")).FullName;
        StationProject moved = new(other) { StoreFolder = store };
        moved.Write("Fare.csproj", "<Project />");
        moved.Write("data.csv", StationProject.Rows(500));

        Assert.Equal("moved/Fare.csproj", moved.Commit("Moved")!.Record.Project);
        Assert.Equal(2, this.project.Lineage.Versions.Count);
    }

    [Fact]
    public void Nothing_is_committed_to_a_damaged_lineage()
    {
        File.AppendAllText(this.RecordOf(this.project.Commit("First")!), " ");
        this.project.Write("data.csv", StationProject.Rows(500));

        // Nobody knows what the damaged version followed, so the build has no number either.
        Assert.False(this.project.Run());
        Assert.Equal(["MODEL4003"], this.project.Output.Codes);
        Assert.Null(this.project.Commit("Second"));
        Assert.True(this.project.Output.Said("Nothing was committed"));
    }

    [Fact]
    public void Nothing_is_committed_where_a_version_that_others_follow_is_missing()
    {
        CommitResult first = this.project.Commit("First")!;
        this.project.Write("data.csv", StationProject.Rows(500));
        this.project.Commit("Second");
        File.Delete(this.RecordOf(first));
        this.project.Write("data.csv", StationProject.Rows(600));

        Assert.Null(this.project.Commit("Third"));
        Assert.Equal(["MODEL4009"], this.project.Output.Codes);
        Assert.Contains($"git checkout HEAD -- \"{this.RecordOf(first)}\"", this.project.Output.Diagnostics[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pinned_version_is_built_though_another_one_is_damaged()
    {
        this.project.Commit("First");
        this.project.Write("data.csv", StationProject.Rows(500));
        File.AppendAllText(this.RecordOf(this.project.Commit("Second")!), " ");
        this.project.Set("ModelPinnedVersion", "0.1.0");

        Assert.True(this.project.Run());
        Assert.Equal(["MODEL4003"], this.project.Output.Codes);
        Assert.Equal("0.1.0", this.project.Embedded.Version);
    }

    private string RecordOf(CommitResult committed) => Path.Combine(this.project.Folder, ".models", "Fare", "versions", committed.Version.Id + ".json");

    private string[] Files()
    {
        string store = Path.Combine(this.project.Folder, ".models");
        return Directory.Exists(store)
            ? [.. Directory.EnumerateFiles(store, "*", SearchOption.AllDirectories).Where(path => !path.Contains(".local", StringComparison.Ordinal)).Order(StringComparer.Ordinal)]
            : [];
    }
}

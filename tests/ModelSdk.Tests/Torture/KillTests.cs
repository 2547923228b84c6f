using System.Diagnostics;
using System.Text.RegularExpressions;
using ModelSdk.Store;
using ModelSdk.Store.Verification;
using ModelSdk.Tests.Engine.Stations;
using Xunit.Abstractions;

namespace ModelSdk.Tests.Torture;

/// <summary>Processes that are killed at random moments leave a store that is whole, and everything that they reported is in it.</summary>
[Collection("Torture")]
public sealed partial class KillTests(ITestOutputHelper output) : IDisposable
{
    private readonly StationProject project = new();

    public void Dispose() => this.project.Dispose();

    [Fact]
    public void A_commit_that_is_killed_is_there_whole_or_not_at_all()
    {
        int rows = 400;
        TortureRuns runs = new(Measure(() => this.Commit(rows)), 1);
        int reported = 0;
        for (int run = 0; run < TortureRuns.Count; run++)
        {
            using ToolProcess commit = this.Commit(++rows);
            runs.Kill(commit);
            reported += this.AssertCommitted(commit.Output);
            this.AssertWhole();
        }

        using ToolProcess last = this.Commit(++rows);
        Assert.Equal(0, last.Wait());
        this.AssertWhole();
        output.WriteLine($"commit: {TortureRuns.Count} runs, {runs.Killed} killed, {reported} reported as committed, {this.project.Lineage.Versions.Count} versions, a whole run takes {runs.Whole.TotalMilliseconds:0} ms");
    }

    [Fact]
    public void A_promotion_that_is_killed_is_there_whole_or_not_at_all()
    {
        this.project.Commit("First");
        this.project.Write("data.csv", StationProject.Rows(401));
        this.project.Commit("Second");
        string[] versions = ["0.1.0", "0.2.0"];
        TortureRuns runs = new(Measure(() => this.Promote("0.1.0")), 2);
        for (int run = 1; run <= TortureRuns.Count; run++)
        {
            string version = versions[run % 2];
            int before = this.project.Lineage.Environment("production").Events.Count;
            using ToolProcess promotion = this.Promote(version);
            runs.Kill(promotion);
            LineageEnvironment after = this.project.Lineage.Environment("production");
            Assert.InRange(after.Events.Count, before, before + 1);
            if (promotion.Output.Contains("production has version", StringComparison.Ordinal))
            {
                Assert.Equal(version, this.project.Lineage.Resolve("production").Number.ToString());
            }

            Assert.Single(after.Heads);
            this.AssertWhole();
        }

        output.WriteLine($"promote: {TortureRuns.Count} runs, {runs.Killed} killed, {this.project.Lineage.Environment("production").Events.Count} events, a whole run takes {runs.Whole.TotalMilliseconds:0} ms");
    }

    [Fact]
    public void A_build_that_is_killed_is_followed_by_one_that_is_right()
    {
        this.project.Commit("First");
        Dictionary<int, string> right = [];
        using (StationProject reference = new())
        {
            foreach (int rows in new[] { 401, 402 })
            {
                reference.Write("data.csv", StationProject.Rows(rows));
                reference.Run();
                right[rows] = reference.ModelDigest;
            }
        }

        TortureRuns runs = new(Measure(() => this.Build(401)), 3);
        for (int run = 1; run <= TortureRuns.Count; run++)
        {
            int rows = 401 + (run % 2);
            using ToolProcess build = this.Build(rows);
            runs.Kill(build);
            Assert.True(this.project.Run(), string.Join('\n', this.project.Output.Diagnostics));
            Assert.Equal(right[rows], this.project.ModelDigest);
            Assert.StartsWith("0.2.0-dev.g" + right[rows][..8], this.project.Embedded.Version, StringComparison.Ordinal);
            Assert.Empty(Directory.GetFiles(this.project.Artifact(""), "*.tmp", SearchOption.AllDirectories));
            Directory.Delete(this.project.Artifact("recipes"), recursive: true);
        }

        this.AssertWhole();
        output.WriteLine($"build: {TortureRuns.Count} runs, {runs.Killed} killed, a whole run takes {runs.Whole.TotalMilliseconds:0} ms");
    }

    private static TimeSpan Measure(Func<ToolProcess> start)
    {
        Stopwatch clock = Stopwatch.StartNew();
        using ToolProcess process = start();
        Assert.True(process.Wait() == 0, process.Output);
        return clock.Elapsed;
    }

    private ToolProcess Commit(int rows)
    {
        this.project.Write("data.csv", StationProject.Rows(rows));
        this.project.Options();
        return new ToolProcess("commit", "--options", this.project.Artifact("options.json"), "-m", $"With {rows} rows");
    }

    private ToolProcess Promote(string version)
    {
        this.project.Options();
        return new ToolProcess("promote", version, "production", "--options", this.project.Artifact("options.json"));
    }

    private ToolProcess Build(int rows)
    {
        this.project.Write("data.csv", StationProject.Rows(rows));
        this.project.Options();
        return new ToolProcess("run-stations", "--stations", "train,evaluate,gate,version", "--options", this.project.Artifact("options.json"));
    }

    /// <summary>What the process said that it committed is in the lineage; gives how many versions that are.</summary>
    private int AssertCommitted(string said)
    {
        Lineage lineage = this.project.Lineage;
        MatchCollection committed = CommittedLine().Matches(said);
        Assert.All(committed, match => Assert.Contains(lineage.Versions, version => version.Id.StartsWith(match.Groups[1].Value, StringComparison.Ordinal)));
        return committed.Count;
    }

    private void AssertWhole()
    {
        StoreReport report = StoreVerifier.Verify(this.project.Store);
        Assert.True(report.IsClean && report.Findings.Count == 0, string.Join('\n', report.Findings));
        Assert.Empty(this.project.Lineage.Problems);
        Assert.Single(this.project.Lineage.Leaves);
    }

    [GeneratedRegex("Committed Fare [0-9.]+ \\(([0-9a-f]+)\\)")]
    private static partial Regex CommittedLine();
}

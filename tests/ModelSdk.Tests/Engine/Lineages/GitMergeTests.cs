using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Versions;
using ModelSdk.Store;
using ModelSdk.Store.Verification;
using ModelSdk.Tests.Engine.Stations;

namespace ModelSdk.Tests.Engine.Lineages;

/// <summary>Two people, two clones, two branches: real git merges what they committed.</summary>
public sealed class GitMergeTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("modelsdk-merge-").FullName;
    private readonly GitRepository ada;
    private readonly GitRepository bob;
    private readonly StationProject adas;
    private readonly StationProject bobs;

    public GitMergeTests()
    {
        this.ada = GitRepository.Create(Path.Combine(this.folder, "ada"));
        this.adas = new StationProject(this.ada.Folder);
        this.adas.Write(".gitignore", "obj/\n");
        this.adas.Commit("First");
        this.ada.CommitAll("First model");
        this.bob = this.ada.Clone(Path.Combine(this.folder, "bob"));
        this.bob.Git("checkout", "-q", "-b", "bob");
        // Constructing the project writes its data; it is the same as Ada's.
        this.bobs = new StationProject(this.bob.Folder);
    }

    public void Dispose() => Directory.Delete(this.folder, recursive: true);

    [Fact]
    public void A_clone_is_whole_and_clean()
    {
        Assert.True(StoreVerifier.Verify(this.bobs.Store).IsClean);
        Assert.Empty(this.bob.Git("status", "--porcelain"));
        Assert.True(this.bobs.Run());
        Assert.Equal("0.1.0", this.bobs.Embedded.Version);
        Assert.False(this.bobs.Output.Said("Training "));
    }

    [Fact]
    public void Both_commit_and_git_merges_without_conflict_and_the_next_commit_joins_them()
    {
        this.CommitOnBothSides();
        this.Merge();

        Lineage merged = this.adas.Lineage;
        Assert.Equal(3, merged.Versions.Count);
        Assert.Equal(2, merged.Leaves.Count);
        Assert.True(StoreVerifier.Verify(this.adas.Store).IsClean);
        this.adas.Write("data.csv", StationProject.Rows(470));
        VersionRecord joined = this.adas.Commit("Joined")!.Record;
        Assert.Equal(merged.Leaves.Select(leaf => leaf.Id), joined.Parents);
        Assert.Equal("0.3.0", joined.Version);
        Assert.Single(this.adas.Lineage.Leaves);
    }

    [Fact]
    public void Equal_numbers_on_two_branches_are_legal_and_naming_them_lists_both_ids()
    {
        this.CommitOnBothSides();
        this.Merge();

        StoreException ambiguous = Assert.Throws<StoreException>(() => this.adas.Lineage.Resolve("0.2.0"));
        Assert.Equal(StoreDiagnostics.AmbiguousVersion, ambiguous.Diagnostic);
        Assert.All(this.adas.Lineage.Leaves, leaf => Assert.Contains(VersionId.Abbreviate(leaf.Id), ambiguous.Message, StringComparison.Ordinal));
        Assert.Equal("Bob's", this.adas.Lineage.Resolve(this.adas.Lineage.Leaves.Single(leaf => leaf.Reason == "Bob's").Id[..8]).Reason);
    }

    [Fact]
    public void The_same_model_committed_on_both_sides_is_one_model_after_the_merge()
    {
        this.adas.Write("data.csv", StationProject.Rows(500));
        this.adas.Commit("Ada's");
        this.ada.CommitAll("Ada");
        this.bobs.Write("data.csv", StationProject.Rows(500));
        this.bobs.Commit("Bob's");
        this.bob.CommitAll("Bob");
        this.Merge();

        Assert.Equal(3, this.adas.Lineage.Versions.Count);
        Assert.True(this.adas.Run());
        Assert.Equal("0.2.0", this.adas.Embedded.Version);
        Assert.False(this.adas.Commit("Again")!.IsNew);
    }

    [Fact]
    public void Promotions_on_both_sides_are_a_conflict_that_the_next_promotion_resolves()
    {
        this.CommitOnBothSides();
        this.adas.Promote(this.adas.Lineage.Leaves.Single().Id, "production");
        this.bobs.Promote("0.1.0", "production");
        CommitStore(this.ada, "Ada promotes");
        CommitStore(this.bob, "Bob promotes");
        this.Merge();

        LineageEnvironment production = this.adas.Lineage.Environment("production");
        Assert.True(production.IsInConflict);
        Assert.Equal(StoreDiagnostics.EnvironmentConflict, Assert.Throws<StoreException>(() => this.adas.Lineage.Resolve("production")).Diagnostic);
        this.adas.Set("ModelPinnedVersion", "production");
        Assert.False(this.adas.Run());
        Assert.Equal(["MODEL4011"], this.adas.Output.Codes);

        this.adas.Promote("0.1.0", "production");
        Assert.Equal("0.1.0", this.adas.Lineage.Resolve("production").Number.ToString());
        Assert.Equal(production.Heads.Select(head => head.Key), this.adas.Lineage.Environment("production").Heads.Single().Value.Previous);
        Assert.True(StoreVerifier.Verify(this.adas.Store).IsClean);
    }

    [Fact]
    public void The_same_version_promoted_on_both_sides_is_no_conflict()
    {
        this.adas.Promote("0.1.0", "production");
        this.ada.CommitAll("Ada promotes");
        this.bobs.Promote("0.1.0", "production");
        this.bob.CommitAll("Bob promotes");
        this.Merge();

        Assert.False(this.adas.Lineage.Environment("production").IsInConflict);
        Assert.Equal("0.1.0", this.adas.Lineage.Resolve("production").Number.ToString());
    }

    [Fact]
    public void A_pinned_version_of_another_contract_names_the_commit_to_check_out()
    {
        string commit = this.ada.Git("rev-parse", "--short", "HEAD").Trim();
        string contract = File.ReadAllText(Path.Combine(this.adas.Folder, "Fare.schema.json"));
        this.adas.Write("Fare.schema.json", contract.Replace("\"role\": \"feature\",\n      \"kind\": \"categorical\"", "\"role\": \"ignore\",\n      \"kind\": \"categorical\"", StringComparison.Ordinal));
        this.adas.Commit("Without the zone");
        this.ada.CommitAll("Without the zone");
        this.adas.Set("ModelPinnedVersion", "0.1.0");

        Assert.False(this.adas.Run());
        Assert.Contains($"git checkout {commit}", Assert.Single(this.adas.Output.Diagnostics).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Git_changes_no_byte_of_the_store_whatever_its_line_ending_settings()
    {
        this.bob.Git("config", "core.autocrlf", "true");
        this.adas.Write("data.csv", StationProject.Rows(500));
        this.adas.Commit("Ada's");
        this.ada.CommitAll("Ada");
        this.bob.Git("fetch", "-q", "origin");
        this.bob.Git("merge", "-q", "--no-edit", "origin/main");
        Assert.True(StoreVerifier.Verify(this.bobs.Store).IsClean);
    }

    private void CommitOnBothSides()
    {
        this.adas.Write("data.csv", StationProject.Rows(500));
        this.adas.Commit("Ada's");
        CommitStore(this.ada, "Ada's model");
        this.bobs.Write("data.csv", StationProject.Rows(450));
        this.bobs.Commit("Bob's");
        CommitStore(this.bob, "Bob's model");
    }

    private static void CommitStore(GitRepository repository, string message)
    {
        repository.Git("add", ".models");
        repository.Git("commit", "-q", "-m", message);
    }

    /// <summary>Ada merges Bob's branch; only the store is in it, since both would have changed the same data file.</summary>
    private void Merge()
    {
        this.ada.Git("stash", "-q", "--include-untracked");
        this.ada.Git("fetch", "-q", this.bob.Folder, "bob");
        this.ada.Git("merge", "-q", "--no-edit", "FETCH_HEAD");
        Assert.Empty(this.ada.Git("ls-files", "--unmerged"));
    }
}

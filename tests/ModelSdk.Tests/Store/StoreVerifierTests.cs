using ModelSdk.Contracts.Digests;
using ModelSdk.Contracts.Versions;
using ModelSdk.Store;
using ModelSdk.Store.Verification;

namespace ModelSdk.Tests.Store;

public sealed class StoreVerifierTests : StoreVerification
{
    [Fact]
    public void A_good_store_is_clean_and_counted()
    {
        _ = this.Temporary.Lineage;
        StoreReport report = StoreVerifier.Verify(this.Temporary.Store);
        Assert.Empty(report.Findings);
        Assert.True(report.IsClean);
        Assert.Equal((1, 2, 2, 1, 6, 0), (report.Models, report.Versions, report.Events, report.Retirements, report.Objects, report.UnreferencedObjects));
        string[] hashed = [.. Directory.GetFiles(this.Temporary.Root, "*", SearchOption.AllDirectories)];
        Assert.Equal(
            hashed.Where(path => !path.Contains(".local", StringComparison.Ordinal) && !Path.GetFileName(path).StartsWith(".git", StringComparison.Ordinal)).Sum(path => new FileInfo(path).Length),
            report.BytesHashed);
    }

    [Fact]
    public void A_store_that_does_not_exist_is_clean()
    {
        using TemporaryStore empty = new();
        StoreReport report = StoreVerifier.Verify(empty.Store);
        Assert.True(report.IsClean);
        Assert.Equal(0, report.Models + report.Objects);
        Assert.False(Directory.Exists(empty.Root));
    }

    [Fact]
    public void Verifying_writes_nothing()
    {
        Directory.Delete(this.Temporary.At(".local"), recursive: true);
        StoreVerifier.Verify(this.Temporary.Store);
        Assert.False(Directory.Exists(this.Temporary.At(".local")));
    }

    [Theory]
    [InlineData("Churn/versions")]
    [InlineData("Churn/environments/production")]
    [InlineData("Churn/retirements")]
    public void Records_that_are_altered_unreadable_or_newer_are_found(string directory)
    {
        string altered = Path.GetRelativePath(this.Temporary.Root, Directory.GetFiles(this.Temporary.At(directory)).Order(StringComparer.Ordinal).First());
        File.AppendAllText(this.Temporary.At(altered), " ");
        string unreadable = this.Relative(this.Temporary.Forge("{}", directory));
        string newer = this.Relative(this.Temporary.Forge("{\"format\":7}", directory));
        this.AssertFinds($"MODEL4003 {altered}", $"MODEL4003 {unreadable}", $"MODEL4010 {newer}");
    }

    [Fact]
    public void Records_in_the_place_of_others_are_found()
    {
        string version = this.Temporary.Forge((TemporaryStore.Record("0.2.0") with { Name = "Fraud" }).ToJson(), "Churn", "versions");
        string uncommitted = this.Temporary.Forge((TemporaryStore.Record("0.2.0") with { Commit = null }).ToJson(), "Churn", "versions");
        string happened = this.Temporary.Forge(Event("Churn", "staging", this.First).ToJson(), "Churn", "environments", "production");
        string otherModel = this.Temporary.Forge(Event("Fraud", "production", this.First).ToJson(), "Churn", "environments", "production");
        string retired = this.Temporary.Forge(new Retirement("Fraud", this.First, "0.1.0").ToJson(), "Churn", "retirements");
        this.AssertFinds([.. new[] { version, uncommitted, happened, otherModel, retired }.Select(path => "MODEL4003 " + this.Relative(path))]);
    }

    [Fact]
    public void Records_that_name_records_that_are_not_there_are_found()
    {
        File.Delete(this.Temporary.VersionFile(this.First));
        File.Delete(this.Temporary.EventFile("production", this.Promotion));
        string rollback = this.Relative(Assert.Single(Directory.GetFiles(this.Temporary.At("Churn", "environments", "production"))));
        string retired = this.Relative(this.Temporary.Forge(new Retirement("Churn", Nobody, "9.0.0").ToJson(), "Churn", "retirements"));
        this.AssertFinds(
            $"MODEL4009 Churn/versions/{this.Second}.json", $"MODEL4009 {rollback}", $"MODEL4009 {rollback}", $"MODEL4009 {retired}");
        Assert.Equal(3, StoreVerifier.Verify(this.Temporary.Store).UnreferencedObjects);
    }

    [Fact]
    public void A_parent_that_is_damaged_is_not_missing_too()
    {
        File.WriteAllText(this.Temporary.VersionFile(this.First), "");
        this.AssertFinds($"MODEL4003 Churn/versions/{this.First}.json");
    }

    [Fact]
    public void Objects_that_are_missing_damaged_or_pointers_are_found_with_what_they_are()
    {
        string model = this.ObjectFile("model 0.1.0"), training = this.ObjectFile("training 0.1.0"), evaluation = this.ObjectFile("evaluation 0.2.0");
        File.Delete(model);
        File.WriteAllText(training, "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n");
        File.WriteAllText(evaluation, "");
        this.AssertFinds($"MODEL4004 {this.Relative(model)}", $"MODEL4004 {this.Relative(training)}", $"MODEL4005 {this.Relative(evaluation)}");

        StoreReport report = StoreVerifier.Verify(this.Temporary.Store);
        Assert.False(report.IsClean);
        Assert.Contains(report.Findings, finding => finding.Message.StartsWith("The model of Churn 0.1.0 is not in the store", StringComparison.Ordinal) && finding.Message.Contains("git checkout HEAD", StringComparison.Ordinal));
        Assert.Contains(report.Findings, finding => finding.Message.StartsWith("The training record of Churn 0.1.0 is a pointer of Git LFS", StringComparison.Ordinal));
        Assert.Contains(report.Findings, finding => finding.Message.StartsWith("The evaluation of Churn 0.2.0 is damaged", StringComparison.Ordinal));
    }

    [Fact]
    public void A_record_that_names_no_digest_is_found()
    {
        string path = this.Temporary.Forge((TemporaryStore.Record("0.2.0") with { ModelDigest = "../../x" }).ToJson(), "Churn", "versions");
        this.AssertFinds($"MODEL4003 {this.Relative(path)}");
    }

    [Fact]
    public void An_object_that_nobody_names_is_counted_and_a_damaged_one_is_found()
    {
        using (StoreWriter writer = this.Temporary.Open())
        {
            writer.AddObject([1, 2, 3]);
        }

        StoreReport report = StoreVerifier.Verify(this.Temporary.Store);
        Assert.Empty(report.Findings);
        Assert.Equal(1, report.UnreferencedObjects);

        Directory.CreateDirectory(this.Temporary.At("objects", "sha256", "00"));
        File.WriteAllText(this.Temporary.At("objects", "sha256", "00", Nobody[2..]), "");
        this.AssertFinds($"MODEL4005 objects/sha256/00/{Nobody[2..]}");
    }

    [Fact]
    public void A_folder_in_the_place_of_an_object_is_found()
    {
        string model = this.ObjectFile("model 0.1.0");
        File.Delete(model);
        Directory.CreateDirectory(model);
        this.AssertFinds($"MODEL4005 {this.Relative(model)}", $"MODEL4006 {this.Relative(model)}");
    }

    private static EnvironmentEvent Event(string model, string environment, string id) => new(model, environment, EnvironmentEventKind.Promotion, id, "0.1.0");

    private string ObjectFile(string content) => this.Temporary.Store.Objects.PathOf(Sha256Digest.Of(content));
}

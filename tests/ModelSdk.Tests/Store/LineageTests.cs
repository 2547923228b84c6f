using ModelSdk.Contracts.Digests;
using ModelSdk.Contracts.Versions;
using ModelSdk.Store;

namespace ModelSdk.Tests.Store;

public sealed class LineageTests : IDisposable
{
    private readonly TemporaryStore temporary = new();

    public void Dispose() => this.temporary.Dispose();

    [Fact]
    public void A_store_that_does_not_exist_is_empty()
    {
        Assert.Empty(this.temporary.Store.ModelNames());
        Assert.Empty(this.temporary.Lineage.Versions);
        Assert.Empty(this.temporary.Lineage.Leaves);
        Assert.Empty(this.temporary.Lineage.Environments);
        Assert.False(Directory.Exists(this.temporary.Root));
    }

    [Fact]
    public void A_version_is_there_as_it_was_added()
    {
        VersionRecord record = TemporaryStore.Record("0.1.0");
        string id = this.temporary.Add(record);
        VersionEntry entry = Assert.Single(this.temporary.Lineage.Versions);
        Assert.Equal(Sha256Digest.Of(record.ToJson()), id);
        Assert.Equal(VersionEntry.Of(id, record) with { Parents = entry.Parents }, entry);
        Assert.Equal(record.ToJson(), this.temporary.Lineage.Read(entry).ToJson());
        Assert.Equal(["Churn"], this.temporary.Store.ModelNames());
    }

    [Fact]
    public void Leaves_are_the_versions_that_no_other_follows()
    {
        string first = this.temporary.Add("0.1.0");
        string left = this.temporary.Add("0.2.0", first);
        string right = this.temporary.Add("0.3.0", first);
        Assert.Equal(Ordered(left, right), this.Leaves());

        string merged = this.temporary.Add("0.4.0", left, right);
        Assert.Equal([merged], this.Leaves());
    }

    [Fact]
    public void A_retired_version_is_no_leaf_and_does_not_make_its_parent_one()
    {
        string first = this.temporary.Add("0.1.0");
        string left = this.temporary.Add("0.2.0", first);
        string right = this.temporary.Add("0.3.0", first);
        string retirement = this.temporary.Retire(left);
        Assert.Equal([right], this.Leaves());
        Assert.Equal(retirement, Assert.Single(this.temporary.Lineage.Retirements).Key);
        Assert.Equal(3, this.temporary.Lineage.Versions.Count);

        this.temporary.Retire(right);
        Assert.Empty(this.Leaves());
    }

    [Fact]
    public void The_same_record_twice_is_one_file()
    {
        Assert.Equal(this.temporary.Add("0.1.0"), this.temporary.Add("0.1.0"));
        Assert.Single(Directory.GetFiles(this.temporary.At("Churn", "versions")));
        Assert.Single(this.temporary.Lineage.Versions);
    }

    [Fact]
    public void Of_several_versions_with_one_model_the_highest_is_preferred()
    {
        VersionRecord record = TemporaryStore.Record("0.1.0");
        this.temporary.Add(record);
        this.temporary.Add(TemporaryStore.Record("0.10.0"));
        using (StoreWriter writer = this.temporary.Open())
        {
            writer.AddVersion(record with { Version = "0.9.0" });
            writer.AddVersion(record with { Version = "0.11.0" });
        }

        Assert.Equal("0.11.0", this.temporary.Lineage.WithModel(record.ModelDigest, "")?.Number.ToString());
        Assert.Equal("0.11.0", this.temporary.Lineage.WithRecipe(record.RecipeDigest)?.Number.ToString());
        Assert.Null(this.temporary.Lineage.WithModel(record.RecipeDigest, ""));
        Assert.Null(this.temporary.Lineage.WithRecipe(record.ModelDigest));
    }

    [Fact]
    public void Lineages_of_two_models_do_not_mix()
    {
        this.temporary.Add("0.1.0");
        string other = this.temporary.Add(TemporaryStore.Record("0.1.0") with { Name = "Fraud" });
        Assert.Equal(["Churn", "Fraud"], this.temporary.Store.ModelNames());
        Assert.Equal(other, Assert.Single(this.temporary.Store.Lineage("Fraud").Versions).Id);
    }

    [Fact]
    public void An_entry_shows_the_first_line_of_a_reason_shortened_between_characters()
    {
        string reason = new string('x', 198) + "😀😀😀\nsecond line";
        VersionRecord record = TemporaryStore.Record("0.1.0");
        this.temporary.Add(record with { Commit = record.Commit! with { Reason = reason } });
        Assert.Equal(new string('x', 198) + "…", Assert.Single(this.temporary.Lineage.Versions).Reason);
        Assert.Equal(reason, this.temporary.Lineage.Read(this.temporary.Lineage.Versions[0]).Commit!.Reason);
    }

    [Fact]
    public void A_version_whose_objects_were_not_added_is_refused()
    {
        using StoreWriter writer = this.temporary.Open();
        StoreException exception = Assert.Throws<StoreException>(() => writer.AddVersion(TemporaryStore.Record("0.1.0")));
        Assert.Equal("MODEL4004", exception.Diagnostic.Code);
        Assert.Throws<ArgumentException>(() => writer.AddVersion(TemporaryStore.Record("0.1.0") with { Commit = null }));
        Assert.Empty(this.temporary.Lineage.Versions);
    }

    private static IEnumerable<string> Ordered(params string[] ids) => ids.Order(StringComparer.Ordinal);

    private IEnumerable<string> Leaves() => this.temporary.Lineage.Leaves.Select(version => version.Id);
}

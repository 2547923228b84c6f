using System.Text;
using ModelSdk.Contracts.Versions;
using ModelSdk.Store;

namespace ModelSdk.Tests.Store;

public sealed class IndexTests : IDisposable
{
    private readonly TemporaryStore temporary = new();
    private readonly string[] ids;

    public IndexTests()
    {
        string first = this.temporary.Add("0.1.0");
        this.ids = [first, this.temporary.Add("0.2.0", first)];
        _ = this.temporary.Lineage;
    }

    private string File => this.temporary.IndexFile;

    public void Dispose() => this.temporary.Dispose();

    [Fact]
    public void What_the_index_says_is_what_the_records_say()
    {
        IReadOnlyList<VersionEntry> indexed = this.temporary.Lineage.Versions;
        System.IO.File.Delete(this.File);
        IReadOnlyList<VersionEntry> read = this.temporary.Lineage.Versions;
        Assert.Equal(read.Select(Text), indexed.Select(Text));
        Assert.Equal(this.ids.Order(StringComparer.Ordinal), read.Select(version => version.Id));
    }

    [Fact]
    public void A_known_record_is_neither_read_nor_indexed_again()
    {
        long length = new FileInfo(this.File).Length;
        Damage(this.temporary.VersionFile(this.ids[0]));
        Assert.Equal(2, this.temporary.Lineage.Versions.Count);
        Assert.Equal(length, new FileInfo(this.File).Length);
    }

    [Fact]
    public void Every_entry_that_a_record_can_have_is_indexed()
    {
        VersionRecord record = TemporaryStore.Record("0.3.0");
        string reason = new string('x', 198) + "😀\tb\0";
        this.temporary.Add(record with { Project = "a\tb\nc", Commit = record.Commit! with { Author = "\t", Reason = reason } });
        _ = this.temporary.Lineage;
        long length = new FileInfo(this.File).Length;
        _ = this.temporary.Lineage;
        Assert.Equal(length, new FileInfo(this.File).Length);
    }

    [Fact]
    public void An_index_that_was_cut_anywhere_changes_nothing()
    {
        byte[] whole = System.IO.File.ReadAllBytes(this.File);
        for (int length = 0; length < whole.Length; length++)
        {
            System.IO.File.WriteAllBytes(this.File, whole[..length]);
            this.AssertWhole();
            this.AssertWhole();
        }
    }

    [Fact]
    public void An_index_with_any_byte_altered_changes_nothing()
    {
        byte[] whole = System.IO.File.ReadAllBytes(this.File);
        for (int index = 0; index < whole.Length; index++)
        {
            byte[] altered = [.. whole];
            altered[index] ^= 1;
            System.IO.File.WriteAllBytes(this.File, altered);
            this.AssertWhole();
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n")]
    [InlineData("garbage")]
    [InlineData("\t\t\t\t\t\t\t\t\t\t\t\t\n\t\n")]
    [InlineData("\0\0\0\0\n1\t2\t3\n")]
    public void Garbage_in_the_index_changes_nothing(string garbage)
    {
        string whole = System.IO.File.ReadAllText(this.File);
        System.IO.File.WriteAllText(this.File, garbage + whole.Replace("\n", garbage + "\n", StringComparison.Ordinal) + garbage);
        this.AssertWhole();
        System.IO.File.WriteAllBytes(this.File, [0xff, 0xfe, .. Encoding.Latin1.GetBytes(garbage), 0xc0]);
        this.AssertWhole();
    }

    [Fact]
    public void A_folder_in_the_place_of_the_index_costs_time_only()
    {
        System.IO.File.Delete(this.File);
        Directory.CreateDirectory(this.File);
        this.AssertWhole();
    }

    [Fact]
    public void A_record_that_was_replaced_on_disk_is_noticed()
    {
        System.IO.File.WriteAllText(this.temporary.VersionFile(this.ids[0]), TemporaryStore.Record("9.9.99").ToJson());
        Lineage lineage = this.temporary.Lineage;
        Assert.Equal(this.ids[1], Assert.Single(lineage.Versions).Id);
        Assert.Equal("MODEL4003", Assert.Single(lineage.Problems).Diagnostic.Code);
    }

    [Fact]
    public void A_record_that_was_replaced_by_one_as_long_is_noticed_when_it_is_read()
    {
        Damage(this.temporary.VersionFile(this.ids[0]));
        Lineage lineage = this.temporary.Lineage;
        Assert.Equal("MODEL4003", Assert.Throws<StoreException>(() => lineage.Read(lineage.Find(this.ids[0])!)).Diagnostic.Code);
        Assert.Contains($"MODEL4003 Churn/versions/{this.ids[0]}.json", this.temporary.Findings());
    }

    [Fact]
    public void A_record_that_vanished_is_no_version_any_more()
    {
        System.IO.File.Delete(this.temporary.VersionFile(this.ids[1]));
        Assert.Equal(this.ids[0], Assert.Single(this.temporary.Lineage.Versions).Id);
        Assert.Equal(this.ids[0], Assert.Single(this.temporary.Lineage.Leaves).Id);
    }

    [Fact]
    public void A_record_that_vanishes_while_the_lineage_is_open_is_missing()
    {
        Lineage lineage = this.temporary.Lineage;
        System.IO.File.Delete(this.temporary.VersionFile(this.ids[1]));
        Assert.Equal("MODEL4009", Assert.Throws<StoreException>(() => lineage.Read(lineage.Find(this.ids[1])!)).Diagnostic.Code);
    }

    private static void Damage(string path) =>
        System.IO.File.WriteAllText(path, System.IO.File.ReadAllText(path).Replace("Because", "Becauze", StringComparison.Ordinal));

    private static string Text(VersionEntry entry) => entry with { Parents = [] } + string.Join(',', entry.Parents);

    private void AssertWhole()
    {
        Lineage lineage = this.temporary.Lineage;
        Assert.Empty(lineage.Problems);
        Assert.Equal(this.ids.Order(StringComparer.Ordinal), lineage.Versions.Select(version => version.Id));
        Assert.Equal(["0.1.0", "0.2.0"], lineage.Versions.Select(version => version.Number.ToString()).Order());
        Assert.Equal(this.ids[1], Assert.Single(lineage.Leaves).Id);
    }
}

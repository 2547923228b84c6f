using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Store;

namespace ModelSdk.Tests.Store;

/// <summary>Links need rights on Windows that a test does not have; there these tests end at once.</summary>
public sealed class LinkTests : IDisposable
{
    private readonly TemporaryStore temporary = new();

    public void Dispose() => this.temporary.Dispose();

    [Fact]
    public void A_record_that_is_a_link_out_of_the_store_is_not_read()
    {
        string id = this.temporary.Add("0.1.0");
        if (this.Links(this.temporary.VersionFile(id)))
        {
            Lineage lineage = this.temporary.Lineage;
            Assert.Empty(lineage.Versions);
            Assert.Equal(StoreDiagnostics.LinkOutOfStore, Assert.Single(lineage.Problems).Diagnostic);
            Assert.Equal([$"MODEL4007 Churn/versions/{id}.json"], this.temporary.Findings());
        }
    }

    [Theory]
    [InlineData("Churn")]
    [InlineData("Churn/versions")]
    [InlineData("objects")]
    [InlineData("objects/sha256")]
    [InlineData(".local")]
    public void Nothing_is_written_through_a_folder_that_leads_out(string folder)
    {
        this.temporary.Add("0.1.0");
        if (this.Links(this.temporary.At(folder)))
        {
            string[] before = this.OutsideFiles();
            Assert.Equal(StoreDiagnostics.LinkOutOfStore, Assert.Throws<StoreException>(() => this.temporary.Add("0.2.0")).Diagnostic);
            Assert.Equal(before, this.OutsideFiles());
            Assert.Contains($"MODEL4007 {folder}", this.temporary.Findings());
        }
    }

    [Fact]
    public void What_others_left_half_written_behind_a_link_is_not_deleted()
    {
        this.temporary.Add("0.1.0");
        string theirs = Path.Combine(this.temporary.Outside, "theirs.tmp");
        File.WriteAllText(theirs, "");
        Directory.Delete(this.temporary.At(".local"), recursive: true);
        if (Link(this.temporary.At(".local"), this.temporary.Outside))
        {
            Assert.Throws<StoreException>(this.temporary.Open);
            Assert.Throws<StoreException>(() => this.temporary.Lineage);
            Assert.Equal([theirs], this.OutsideFiles());
        }
    }

    [Theory]
    [InlineData("door", "../door/inner")]
    [InlineData("door/deeper", "../door/deeper/../inner")]
    public void A_link_to_a_link_that_leads_out_leads_out(string door, string target)
    {
        this.temporary.Add("0.1.0");
        Directory.CreateDirectory(Path.Combine(this.temporary.Outside, "inner"));
        Directory.CreateDirectory(Path.Combine(this.temporary.Outside, "other"));
        Directory.CreateDirectory(Path.GetDirectoryName(this.temporary.At(door))!);
        Directory.Delete(this.temporary.At("Churn", "versions"), recursive: true);
        string behind = Path.Combine(this.temporary.Outside, door == "door" ? "" : "other");
        if (Link(this.temporary.At(door), behind) && Link(this.temporary.At("Churn", "versions"), target))
        {
            Assert.Equal(StoreDiagnostics.LinkOutOfStore, Assert.Throws<StoreException>(() => this.temporary.Add("0.2.0")).Diagnostic);
            Assert.Empty(this.OutsideFiles());
        }
    }

    [Fact]
    public void Links_in_a_circle_are_refused()
    {
        this.temporary.Add("0.1.0");
        Directory.Delete(this.temporary.At("Churn", "versions"), recursive: true);
        if (Link(this.temporary.At("Churn", "versions"), "../Churn/again/x") && Link(this.temporary.At("Churn", "again"), "versions/y"))
        {
            Assert.Equal(StoreDiagnostics.LinkOutOfStore, Assert.Throws<StoreException>(() => this.temporary.Lineage).Diagnostic);
            Assert.Contains("MODEL4007 Churn/versions", this.temporary.Findings());
        }
    }

    [Fact]
    public void A_link_that_stays_in_the_store_is_followed()
    {
        string id = this.temporary.Add("0.1.0");
        Directory.Move(this.temporary.At("objects", "sha256"), this.temporary.At("objects", "local"));
        if (Link(this.temporary.At("objects", "sha256"), "./local") && Link(this.temporary.At("Churn", "again"), this.temporary.At("Churn", "versions")))
        {
            Assert.Equal(id, Assert.Single(this.temporary.Lineage.Versions).Id);
            Assert.NotEmpty(this.temporary.Store.Objects.Read(TemporaryStore.Record("0.1.0").ModelDigest, "the model"));
            Assert.Equal(["MODEL4006 Churn/again"], this.temporary.Findings());
        }
    }

    [Fact]
    public void The_store_itself_may_be_reached_through_a_link()
    {
        string id = this.temporary.Add("0.1.0");
        string door = Path.Combine(this.temporary.Outside, "door");
        if (Link(door, this.temporary.Root))
        {
            Assert.Equal(id, Assert.Single(new ModelStore(door).Lineage("Churn").Versions).Id);
        }
    }

    private static bool Link(string path, string target)
    {
        if (OperatingSystem.IsWindows())
        {
            return false;
        }

        File.CreateSymbolicLink(path, target);
        return true;
    }

    /// <summary>Moves a file or folder out of the store and puts a link in its place.</summary>
    private bool Links(string path)
    {
        string target = Path.Combine(this.temporary.Outside, Path.GetFileName(path));
        Directory.Move(path, target);
        return Link(path, target);
    }

    private string[] OutsideFiles() => Directory.GetFiles(this.temporary.Outside, "*", SearchOption.AllDirectories);
}

using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Versions;
using ModelSdk.Store;
using ModelSdk.Store.Files;
using ModelSdk.Store.Verification;

namespace ModelSdk.Tests.Store;

public sealed class WriterTests : IDisposable
{
    private readonly TemporaryStore temporary = new();

    public void Dispose() => this.temporary.Dispose();

    [Fact]
    public async Task A_second_writer_waits_until_the_first_is_done()
    {
        StoreWriter first = this.temporary.Open();
        TaskCompletionSource waits = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<StoreWriter> second = Task.Run(() => this.temporary.Store.OpenForWriting(waits.SetResult, CancellationToken.None));
        await waits.Task;
        Assert.False(second.IsCompleted);
        first.Dispose();
        (await second).Dispose();
    }

    [Fact]
    public async Task A_wait_for_another_writer_can_be_ended()
    {
        using StoreWriter first = this.temporary.Open();
        using CancellationTokenSource cancellation = new();
        Task second = Task.Run(() => this.temporary.Store.OpenForWriting(cancellation.Cancel, cancellation.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
    }

    [Fact]
    public void What_a_killed_writer_left_is_removed()
    {
        this.temporary.Open().Dispose();
        string left = this.temporary.At(".local", "x.json.0123abcd" + AtomicFile.TemporaryEnding);
        File.WriteAllText(left, "half");
        this.temporary.Open().Dispose();
        Assert.False(File.Exists(left));
    }

    [Fact]
    public void Nothing_but_lock_and_index_stays_in_the_local_folder()
    {
        this.temporary.Add("0.1.0");
        _ = this.temporary.Lineage;
        Assert.Equal([".gitignore", "Churn.index", "store.lock"], Directory.GetFiles(this.temporary.At(".local")).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_writer_that_adds_nothing_leaves_nothing_that_git_sees()
    {
        this.temporary.Open().Dispose();
        Assert.Equal(["*"], File.ReadAllLines(this.temporary.At(".local", ".gitignore")));
        Assert.Equal([this.temporary.At(".local")], Directory.GetFileSystemEntries(this.temporary.Root));
    }

    [Fact]
    public void Git_is_told_to_ignore_what_is_local_and_to_change_nothing()
    {
        this.temporary.Add("0.1.0");
        Assert.Contains("\n/.local/\n", File.ReadAllText(this.temporary.At(".gitignore")), StringComparison.Ordinal);
        Assert.Contains("\n* -text\n", File.ReadAllText(this.temporary.At(".gitattributes")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_the_place_of_the_store_is_an_error_of_the_store()
    {
        File.WriteAllText(this.temporary.Root, "");
        Assert.Equal(StoreDiagnostics.StoreInaccessible, Assert.Throws<StoreException>(this.temporary.Open).Diagnostic);
    }

    [Fact]
    public void A_folder_in_the_place_of_an_object_is_an_error_of_the_store()
    {
        Directory.CreateDirectory(this.temporary.Store.Objects.PathOf(TemporaryStore.Record("0.1.0").ModelDigest));
        Assert.Equal(StoreDiagnostics.StoreInaccessible, Assert.Throws<StoreException>(() => this.temporary.Add("0.1.0")).Diagnostic);
        Assert.Empty(Directory.GetFiles(this.temporary.At(".local"), "*" + AtomicFile.TemporaryEnding));
    }

    [Fact]
    public async Task Eight_writers_at_once_lose_nothing()
    {
        const int Threads = 8, Each = 5;
        string root = this.temporary.Add("0.1.0");
        Task<string[]>[] writers = [.. Enumerable.Range(1, Threads).Select(thread => Task.Run<string[]>(() =>
            [.. Enumerable.Range(0, Each).Select(patch => this.temporary.Add($"0.{thread + 1}.{patch}", root))]))];
        string[] added = [.. (await Task.WhenAll(writers)).SelectMany(ids => ids)];

        Lineage lineage = this.temporary.Lineage;
        Assert.Equal(added.Append(root).Order(StringComparer.Ordinal), lineage.Versions.Select(version => version.Id));
        Assert.Empty(lineage.Problems);
        StoreReport report = StoreVerifier.Verify(this.temporary.Store);
        Assert.Empty(report.Findings);
        Assert.Equal((Threads * Each) + 1, report.Versions);
        Assert.Equal(3 * report.Versions, report.Objects);
    }

    [Fact]
    public async Task Readers_see_whole_versions_while_another_writes()
    {
        Task writer = Task.Run(() =>
        {
            for (int patch = 0; patch < 20; patch++)
            {
                this.temporary.Add($"0.1.{patch}");
            }
        });
        do
        {
            Lineage lineage = this.temporary.Lineage;
            Assert.Empty(lineage.Problems);
            foreach (VersionRecord record in lineage.Versions.Select(lineage.Read))
            {
                Assert.NotEmpty(this.temporary.Store.Objects.Read(record.ModelDigest, "the model"));
            }
        }
        while (!writer.IsCompleted);
        await writer;
        Assert.Equal(20, this.temporary.Lineage.Versions.Count);
    }
}

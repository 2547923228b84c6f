using ModelSdk.Store;
using ModelSdk.Store.Verification;
using ModelSdk.Tests.Engine.Stations;

namespace ModelSdk.Tests.Torture;

/// <summary>Many processes that write to one store at once.</summary>
[Collection("Torture")]
public sealed class ConcurrentCommitTests : IDisposable
{
    private const int Processes = 8;
    private readonly string folder = Directory.CreateTempSubdirectory("modelsdk-many-").FullName;

    public void Dispose() => Directory.Delete(this.folder, recursive: true);

    [Fact]
    public void Eight_processes_that_commit_to_one_lineage_follow_each_other()
    {
        // No project file lies in these folders, so each takes the lineage for that of a project that moved.
        Lineage lineage = this.CommitAtOnce(_ => "Fare");
        Assert.Equal(Processes, lineage.Versions.Count);
        Assert.Single(lineage.Leaves);
        Assert.Equal(Processes, lineage.Versions.Select(version => version.Number).Distinct().Count());
        Assert.All(lineage.Versions, version => Assert.True(version.Parents.Count <= 1));
    }

    [Fact]
    public void Eight_processes_that_commit_different_models_do_not_disturb_each_other()
    {
        this.CommitAtOnce(number => $"Fare{number}");
        ModelStore store = new(Path.Combine(this.folder, "store"));
        Assert.Equal(Processes, store.ModelNames().Count);
        Assert.All(store.ModelNames(), model => Assert.Single(store.Lineage(model).Versions));
    }

    [Fact]
    public void Eight_processes_that_commit_the_same_project_make_one_version()
    {
        using StationProject project = new();
        project.Options();
        ToolProcess[] commits = [.. Enumerable.Range(0, Processes).Select(_ => new ToolProcess("commit", "--options", project.Artifact("options.json"), "-m", "At once"))];
        Assert.All(commits, commit => Assert.True(commit.Wait() == 0, commit.Output));
        Assert.Single(project.Lineage.Versions);
        Assert.Equal(Processes - 1, commits.Count(commit => commit.Output.Contains("there is nothing to commit", StringComparison.Ordinal)));
        Assert.True(StoreVerifier.Verify(project.Store).IsClean);
    }

    private Lineage CommitAtOnce(Func<int, string> nameOf)
    {
        string store = Path.Combine(this.folder, "store");
        string[] options = [.. Enumerable.Range(0, Processes).Select(number => this.Project(number, nameOf(number), store))];
        ToolProcess[] commits = [.. options.Select(file => new ToolProcess("commit", "--options", file, "-m", "At once"))];
        Assert.All(commits, commit => Assert.True(commit.Wait() == 0, commit.Output));
        StoreReport report = StoreVerifier.Verify(new ModelStore(store));
        Assert.True(report.IsClean, string.Join('\n', report.Findings));
        return new ModelStore(store).Lineage(nameOf(0));
    }

    private string Project(int number, string name, string store)
    {
        StationProject project = new(Directory.CreateDirectory(Path.Combine(this.folder, $"clone{number}")).FullName) { StoreFolder = store };
        project.Set("ModelName", name);
        project.Write("data.csv", StationProject.Rows(400 + number));
        project.Options();
        return project.Artifact("options.json");
    }
}

using ModelSdk.Cli.Lineages;
using ModelSdk.Tests.Engine.Stations;
using ModelSdk.Tests.Store;

namespace ModelSdk.Tests.Cli;

/// <summary>Here MSBuild would fail for every project, so a test that passes did not start it.</summary>
public sealed class LineageFinderTests : IDisposable
{
    private static readonly DateTime LongAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly TemporaryStore store = new();

    private string Repository => Path.GetDirectoryName(this.store.Root)!;

    public void Dispose() => this.store.Dispose();

    [Fact]
    public void A_store_that_is_named_has_its_only_model()
    {
        this.store.Add("0.1.0");
        Assert.Equal("Churn", LineageFinder.Find(new(null, this.store.Root, null)).Model);
        Assert.Equal(this.store.Root, LineageFinder.Find(new(null, this.Repository, null)).Store.Root);
    }

    [Fact]
    public void Of_several_models_one_has_to_be_named()
    {
        this.store.Add("0.1.0");
        this.store.Add(TemporaryStore.Record("0.1.0") with { Name = "Fare" });

        Assert.EndsWith("name one with --model: Churn, Fare.", Assert.Throws<InvalidDataException>(() => LineageFinder.Find(new(null, this.store.Root, null))).Message, StringComparison.Ordinal);
        Assert.Equal("Fare", LineageFinder.Find(new(null, this.store.Root, "Fare")).Model);
        Assert.EndsWith("it has Churn, Fare.", Assert.Throws<InvalidDataException>(() => LineageFinder.Find(new(null, this.store.Root, "Tree"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../other")]
    [InlineData("objects")]
    [InlineData("")]
    public void A_model_that_is_a_path_is_not_there(string model)
    {
        this.store.Add("0.1.0");
        Assert.Throws<InvalidDataException>(() => LineageFinder.Find(new(null, this.store.Root, model)));
    }

    [Fact]
    public void Without_a_project_the_nearest_store_upwards_is_meant()
    {
        this.store.Add("0.1.0");
        string deep = Directory.CreateDirectory(Path.Combine(this.Repository, "src", "deep")).FullName;
        Assert.Equal(this.store.Root, LineageFinder.Find(new(null, null, null) { Directory = deep }).Store.Root);

        File.WriteAllText(Path.Combine(this.Repository, "src", ".git"), "gitdir: elsewhere");
        Assert.Throws<InvalidDataException>(() => LineageFinder.Find(new(null, null, null) { Directory = deep }));
    }

    [Fact]
    public void A_store_without_versions_says_how_the_first_is_made()
    {
        Directory.CreateDirectory(this.store.Root);
        Assert.Contains("dotnet model commit", Assert.Throws<InvalidDataException>(() => LineageFinder.Find(new(null, this.store.Root, null))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_no_store_is_not_one_to_commit_in()
    {
        string message = Assert.Throws<InvalidDataException>(() => LineageFinder.Find(new(null, this.store.Outside, null))).Message;
        Assert.StartsWith($"{this.store.Outside} holds no versions: there is no folder <model>/versions in it.", message, StringComparison.Ordinal);
        Assert.DoesNotContain("commit", message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => LineageFinder.FindStore(new(null, this.store.Outside, null)));
    }

    [Fact]
    public void What_the_last_build_wrote_counts_until_the_project_is_edited()
    {
        using StationProject project = new();
        string file = Path.Combine(project.Folder, "Fare.csproj");
        project.Write("Fare.csproj", "<Project>");
        File.SetLastWriteTimeUtc(file, LongAgo);
        project.Options();
        Assert.Equal("Fare", LineageFinder.FindAtOnce(new(project.Folder, null, null)).Model);
        Assert.Equal(project.Store.Root, LineageFinder.FindAtOnce(new(file, null, null)).Store.Root);

        foreach (string edited in new[] { "Fare.csproj", "Directory.Build.props", "Directory.Build.targets" })
        {
            string path = Path.Combine(project.Folder, edited);
            project.Write(edited, "<Project />");
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddMinutes(1));
            Assert.Null(LastBuildOptions.Find(file));
            File.SetLastWriteTimeUtc(path, LongAgo);
            Assert.NotNull(LastBuildOptions.Find(file));
        }

        // The task renews the key of options that did not change.
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddMinutes(1));
        File.WriteAllText(project.Artifact("options.json.key"), "");
        File.SetLastWriteTimeUtc(project.Artifact("options.json.key"), DateTime.UtcNow.AddMinutes(2));
        Assert.NotNull(LastBuildOptions.Find(file));
    }

    [Fact]
    public void Options_of_another_place_do_not_count()
    {
        using StationProject project = new();
        project.Options();
        string copy = Directory.CreateDirectory(Path.Combine(this.Repository, "copy", "obj", "model")).FullName;
        File.Copy(project.Artifact("options.json"), Path.Combine(copy, "options.json"));
        string file = Path.Combine(this.Repository, "copy", "Fare.csproj");
        File.WriteAllText(file, "<Project />");
        File.SetLastWriteTimeUtc(file, LongAgo);
        Assert.Null(LastBuildOptions.Find(file));
    }

    [Fact]
    public void A_command_that_changes_something_needs_a_project_or_a_store()
    {
        this.store.Add("0.1.0");
        string message = Assert.Throws<InvalidDataException>(() => LineageFinder.FindForChange(new(null, null, null) { Directory = this.Repository })).Message;
        Assert.Contains("--project", message, StringComparison.Ordinal);
        Assert.Null(LineageFinder.FindForChange(new(null, this.store.Root, null)).Project);
    }
}

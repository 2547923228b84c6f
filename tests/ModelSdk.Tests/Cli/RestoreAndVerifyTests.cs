using ModelSdk.Store;
using ModelSdk.Tests.Engine.Stations;

namespace ModelSdk.Tests.Cli;

public sealed class RestoreAndVerifyTests : IDisposable
{
    private readonly StationProject project = new();
    private readonly VersionEntry version;

    public RestoreAndVerifyTests()
    {
        this.version = this.project.Commit("First")!.Version;
        Directory.CreateDirectory(Path.GetDirectoryName(this.File)!);
    }

    private string File => Path.Combine(this.project.Folder, "out", "model.safetensors");

    public void Dispose() => this.project.Dispose();

    [Fact]
    public void A_model_file_is_written_as_it_was_committed()
    {
        CommandRun run = this.Restore();
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(this.project.Store.Objects.Read(this.version.ModelDigest, "the model"), System.IO.File.ReadAllBytes(this.File));
        Assert.Contains("-p:ModelPinnedVersion=0.1.0", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, this.Restore().ExitCode);
    }

    [Fact]
    public void Another_file_is_replaced_only_when_forced()
    {
        this.Restore();
        System.IO.File.WriteAllText(this.File, "mine");
        CommandRun refused = this.Restore();
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("--force", refused.Error, StringComparison.Ordinal);
        Assert.Equal("mine", System.IO.File.ReadAllText(this.File));
        Assert.Equal(0, this.Restore("--force").ExitCode);
        Assert.NotEqual("mine", System.IO.File.ReadAllText(this.File));
    }

    [Fact]
    public void Programs_get_what_was_written_and_where()
    {
        CommandRun run = this.Restore("--format", "json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["version", "id", "file", "modelDigest"], run.Json.Members.Select(member => member.Key));
        Assert.Equal(["0.1.0", this.version.Id, this.File, this.version.ModelDigest], run.Json.Members.Select(member => member.Value.Text));
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_not_made()
    {
        string folder = Path.GetDirectoryName(this.File)!;
        Directory.Delete(folder);
        CommandRun run = this.Restore();
        Assert.Equal(1, run.ExitCode);
        Assert.Equal($"Nothing was written: the folder {folder} does not exist.", run.Error.TrimEnd());
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public void A_damaged_object_is_not_written()
    {
        System.IO.File.AppendAllText(this.project.Store.Objects.PathOf(this.version.ModelDigest), "x");
        CommandRun run = this.Restore();
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("error MODEL4005", run.Error, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(this.File));
    }

    [Fact]
    public void A_whole_store_is_verified_with_its_counts()
    {
        CommandRun run = CommandRun.Of("verify", "--store", this.project.Store.Root);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("1 model: 1 version, 0 events, 0 retirements, 3 objects", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("It is whole.", run.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_store_is_reported_file_by_file()
    {
        string path = this.project.Store.Objects.PathOf(this.version.ModelDigest);
        System.IO.File.AppendAllText(path, "x");
        CommandRun run = CommandRun.Of("verify", "--store", this.project.Store.Root);
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"{path}: error MODEL4005: ", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("It is damaged.", run.Lines[^1], StringComparison.Ordinal);

        CommandRun json = CommandRun.Of("verify", "--store", this.project.Store.Root, "--format", "json");
        Assert.Equal(1, json.ExitCode);
        Assert.False(json.Json["isClean"]!.Boolean);
        Assert.Equal("MODEL4005", Assert.Single(json.Json["findings"]!.Items)["code"]!.Text);
    }

    private CommandRun Restore(params string[] arguments) => CommandRun.Of(["restore", "0.1.0", "--store", this.project.Store.Root, "-o", this.File, .. arguments]);
}

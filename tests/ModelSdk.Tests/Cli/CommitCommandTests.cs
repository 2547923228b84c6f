using ModelSdk.Store;
using ModelSdk.Tests.Engine.Stations;

namespace ModelSdk.Tests.Cli;

public sealed class CommitCommandTests : IDisposable
{
    private readonly StationProject project = new();
    private readonly VersionEntry second;

    public CommitCommandTests()
    {
        this.project.Commit("First");
        this.project.Set("ModelSeed", "2");
        this.second = this.project.Commit("Second")!.Version;
    }

    public void Dispose() => this.project.Dispose();

    [Fact]
    public void A_commit_prints_one_object_for_programs()
    {
        this.project.Set("ModelSeed", "3");
        this.project.Options();
        CommandRun run = CommandRun.Of("commit", "-m", "Third", "--options", this.project.Artifact("options.json"), "--format", "json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(this.project.Lineage.Leaves[0].Id, run.Json["id"]!.Text);
        Assert.True(run.Json["isNew"]!.Boolean);
        Assert.Equal(this.second.Id, Assert.Single(run.Json["parents"]!.Items).Text);
        Assert.Contains("Committed Fare", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_commit_takes_reason_and_parents_from_the_command_line()
    {
        this.project.Set("ModelSeed", "4");
        this.project.Options();
        this.project.Write("reason.txt", "From a file\n\nWith details.\n");
        CommandRun run = CommandRun.Of(
            "commit", "-F", Path.Combine(this.project.Folder, "reason.txt"), "--parent", "0.1.0", "--parent", this.second.Id, "--options", this.project.Artifact("options.json"));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(run.Lines, line => line.StartsWith("Committed Fare", StringComparison.Ordinal));
        VersionEntry third = Assert.Single(this.project.Lineage.Leaves);
        Assert.Equal(2, third.Parents.Count);
        Assert.Equal("From a file\n\nWith details.", this.project.Lineage.Read(third).Commit!.Reason);
    }

    [Theory]
    [InlineData("gone.txt", null, "does not exist")]
    [InlineData(".", null, "is a folder")]
    [InlineData("", null, "does not exist")]
    [InlineData("latin.txt", new byte[] { 0x41, 0xe4, 0x20 }, "is not UTF-8 text")]
    [InlineData("utf16.txt", new byte[] { 0x41, 0, 0x42, 0 }, "is not UTF-8 text")]
    public void A_reason_that_cannot_be_read_names_its_file(string name, byte[]? content, string problem)
    {
        string file = name.Length == 0 ? "" : Path.Combine(this.project.Folder, name);
        if (content is not null)
        {
            File.WriteAllBytes(file, content);
        }

        this.project.Options();
        CommandRun run = CommandRun.Of("commit", "-F", file, "--options", this.project.Artifact("options.json"));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("error MODEL4101", run.Error, StringComparison.Ordinal);
        Assert.Contains($"{(file.Length == 0 ? "\"\"" : file)} {problem}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_attestation_trains_the_version_anew()
    {
        Assert.Equal(0, this.Attest().ExitCode);
        Assert.Equal(0, this.Attest("0.1.0").ExitCode);
        this.project.Write("data.csv", StationProject.Rows(410));
        CommandRun other = this.Attest("0.1.0");
        Assert.Equal(1, other.ExitCode);
        Assert.Contains("error MODEL4204", other.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_attestation_is_one_object_for_programs()
    {
        CommandRun attested = this.Attest("--format", "json");
        Assert.Equal(0, attested.ExitCode);
        Assert.Equal(this.second.Id, attested.Json["id"]!.Text);
        Assert.Equal(this.second.ModelDigest, attested.Json["modelDigest"]!.Text);
        Assert.True(attested.Json["attested"]!.Boolean);
        Assert.Contains("is attested", attested.Error, StringComparison.Ordinal);

        this.project.Write("data.csv", StationProject.Rows(410));
        CommandRun other = this.Attest("0.1.0", "--format", "json");
        Assert.Equal(1, other.ExitCode);
        Assert.Equal("0.1.0", other.Json["version"]!.Text);
        Assert.False(other.Json["attested"]!.Boolean);
        Assert.Contains("error MODEL4204", other.Error, StringComparison.Ordinal);
    }

    private CommandRun Attest(params string[] arguments)
    {
        this.project.Options();
        return CommandRun.Of(["attest", .. arguments, "--options", this.project.Artifact("options.json")]);
    }
}

using System.Diagnostics;
using ModelSdk.Contracts.Json;
using ModelSdk.Tests.Engine.Stations;

namespace ModelSdk.Tests.Cli;

/// <summary>The way the target <c>CommitModel</c> starts the tool: a process of its own, whose standard input is held open.</summary>
public sealed class CommitProtocolTests : IDisposable
{
    private readonly StationProject project = new();

    public void Dispose() => this.project.Dispose();

    [Fact]
    public void The_reason_comes_from_the_file_that_the_property_names()
    {
        this.project.Set("ModelReasonFile", "reason.txt");
        this.project.Write("reason.txt", "From the build\n");
        (int exitCode, JsonValue[] lines) = this.Commit();
        Assert.Equal(0, exitCode);
        Assert.Equal("From the build", Assert.Single(this.project.Lineage.Versions).Reason);
        Assert.Equal("succeeded", lines[^1]["outcome"]!.Text);
        Assert.Contains(lines, line => line["text"]?.Text.StartsWith("Committed Fare 0.1.0", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("gone.txt", null)]
    [InlineData("empty.txt", " \n")]
    public void Without_a_reason_the_property_is_the_place_of_the_error(string property, string? content)
    {
        this.project.Set("ModelReasonFile", property);
        if (content is not null)
        {
            this.project.Write(property, content);
        }

        (int exitCode, JsonValue[] lines) = this.Commit();
        Assert.Equal(1, exitCode);
        JsonValue error = lines.Single(line => line["type"]!.Text == "diagnostic");
        Assert.Equal("MODEL4101", error["code"]!.Text);
        Assert.Equal("Fare.csproj", Path.GetFileName(error["file"]!.Text));
        Assert.True(error["line"]!.Number > 0);
        Assert.Equal("failed", lines[^1]["outcome"]!.Text);
        Assert.Empty(this.project.Lineage.Versions);
    }

    private (int ExitCode, JsonValue[] Lines) Commit()
    {
        this.project.Options();
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            ArgumentList = { "exec", Path.Combine(AppContext.BaseDirectory, "dotnet-model.dll"), "commit", "--options", this.project.Artifact("options.json") },
        };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonReader.Parse(line))]);
    }
}

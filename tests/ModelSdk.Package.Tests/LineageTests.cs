using System.Globalization;
using ModelSdk.Testing;

namespace ModelSdk.Package.Tests;

/// <summary>Versions as real builds see them: committed by a target, restored in a clone, pinned, and named in assembly and package.</summary>
public sealed class LineageTests : IDisposable
{
    private readonly TestWorkspace _workspace = new(realEngine: true);

    public LineageTests()
    {
        _workspace.Set("GIT_AUTHOR_NAME", "Ada Lovelace");
        _workspace.Set("GIT_AUTHOR_EMAIL", "ada@example.org");
        _workspace.AddModel();
        WriteRides(80);
        _workspace.Replace("Taxi/Taxi.csproj", "<Hyperparameter Include=\"L2\" Value=\"0.1\" />", "");
        _workspace.Write("Taxi/reason.txt", "The first model, with commas, and = signs.\n");
    }

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_commit_by_target_takes_its_reason_from_a_file_and_the_next_build_is_that_version()
    {
        _workspace.AddApp();
        CommandResult commit = await _workspace.BuildAsync("Taxi", "-t:CommitModel", "-p:ModelReasonFile=reason.txt");
        commit.EnsureSays("Committed Taxi 0.1.0");
        commit.EnsureSays("The first model, with commas, and = signs.");
        Assert.Contains("Ada Lovelace <ada@example.org>", _workspace.Read(RecordPath()), StringComparison.Ordinal);

        await _workspace.BuildAsync("App");
        (await _workspace.RunAsync("run", "--no-build", "--project", "App")).EnsureSays("version 0.1.0");
        Assert.Equal("0.1.0", _workspace.ModelVersion("Taxi"));
        string assembly = _workspace.PathOf("Taxi/bin/Debug/net10.0/Taxi.dll");
        Assert.Equal(new Version(0, 0, 0, 0), System.Reflection.AssemblyName.GetAssemblyName(assembly).Version);
        (await _workspace.RunAsync("pack", "Taxi", "-o", "packed")).EnsureSucceeded();
        Assert.True(_workspace.Has("packed/Taxi.0.1.0.nupkg"));
    }

    [Fact]
    public async Task A_waived_gate_is_told_once_by_a_commit_that_follows_the_build()
    {
        _workspace.Replace("Taxi/Taxi.csproj", "<MetricGate Include=\"R2\" Min=\"0.5\" />", "<MetricGate Include=\"Rmse\" Max=\"0\" /><GateWaiver Include=\"Rmse\" Reason=\"No model is perfect\" Expires=\"2999-12-31\" />");
        CommandResult commit = await _workspace.BuildAsync("Taxi", "-t:CommitModel", "-p:ModelReasonFile=reason.txt");
        commit.EnsureSays("Committed Taxi 0.1.0");
        commit.EnsureSays("warning MODEL3101");
        commit.EnsureSays(" 1 Warning(s)");
    }

    [Fact]
    public async Task A_commit_without_a_reason_says_how_to_give_one()
    {
        CommandResult missing = await _workspace.FailToBuildAsync("Taxi", "-t:CommitModel");
        missing.EnsureSays("error MODEL4101");
        missing.EnsureSays("ModelReasonFile");
        Assert.False(_workspace.Has("Taxi/.models/Taxi"));
    }

    [Fact]
    public async Task A_clone_without_the_data_builds_the_same_model_and_a_second_build_starts_no_engine()
    {
        await _workspace.BuildAsync("Taxi", "-t:CommitModel", "-p:ModelReasonFile=reason.txt");
        string digest = ModelDigest();
        _workspace.AddApp();
        File.Delete(_workspace.PathOf("Taxi/data/rides.csv"));
        Directory.Delete(_workspace.PathOf("Taxi/obj"), recursive: true);

        CommandResult first = await _workspace.BuildAsync("App");
        first.EnsureSays("recorded, not re-run");
        first.EnsureSays("verification rows exactly as the engine does");
        Assert.Equal(digest, ModelDigest());
        CommandResult second = await _workspace.BuildAsync("App");
        Assert.DoesNotContain("is built as recorded", second.Output, StringComparison.Ordinal);

        // The data comes back: the recipe is known, so nothing is trained.
        WriteRides(80);
        CommandResult third = await _workspace.BuildAsync("App");
        third.EnsureSays("nothing is trained");
        Assert.Equal(digest, ModelDigest());
    }

    [Fact]
    public async Task A_pinned_version_is_built_and_named_though_the_data_has_moved_on()
    {
        await _workspace.BuildAsync("Taxi", "-t:CommitModel", "-p:ModelReasonFile=reason.txt");
        string digest = ModelDigest();
        WriteRides(95);
        await _workspace.BuildAsync("Taxi", "-t:CommitModel", "-p:ModelReasonFile=reason.txt");
        await _workspace.BuildAsync("Taxi");
        Assert.Equal("0.2.0", _workspace.ModelVersion("Taxi"));

        await _workspace.BuildAsync("Taxi", "-p:ModelPinnedVersion=0.1.0");
        Assert.Equal("0.1.0", _workspace.ModelVersion("Taxi"));
        Assert.Equal(digest, ModelDigest());
        CommandResult unknown = await _workspace.FailToBuildAsync("Taxi", "-p:ModelPinnedVersion=9.9.9");
        unknown.EnsureSays("error MODEL4001");
    }

    [Fact]
    public async Task A_model_or_project_that_gets_another_name_builds_again()
    {
        await _workspace.BuildAsync("Taxi");
        _workspace.Replace("Taxi/Taxi.csproj", "<ModelTask>", "<ModelName>Fare</ModelName><ModelTask>");
        File.Move(_workspace.PathOf("Taxi/Taxi.schema.json"), _workspace.PathOf("Taxi/Fare.schema.json"));
        CommandResult renamed = await _workspace.BuildAsync("Taxi");
        renamed.EnsureSays("FareModel predicts all");
        CommandResult again = await _workspace.BuildAsync("Taxi");
        Assert.DoesNotContain("is still version", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_store_is_found_in_the_nearest_repository()
    {
        using (Command git = _workspace.Start("git", "init", "-q"))
        {
            (await git.WaitAsync()).EnsureSucceeded();
        }

        await _workspace.BuildAsync("Taxi", "-t:CommitModel", "-p:ModelReasonFile=reason.txt");
        Assert.Single(Directory.GetFiles(_workspace.PathOf(".models/Taxi/versions")));
        using Command status = _workspace.Start("git", "status", "--porcelain", "--untracked-files=all", ".models");
        Assert.DoesNotContain(".local", (await status.WaitAsync()).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_relative_gate_fails_at_its_line_against_the_parent()
    {
        await _workspace.BuildAsync("Taxi", "-t:CommitModel", "-p:ModelReasonFile=reason.txt");
        _workspace.Replace("Taxi/Taxi.csproj", "<MetricGate Include=\"R2\" Min=\"0.5\" />", "<MetricGate Include=\"R2\" MaxDrop=\"-0.5\" />");
        WriteRides(95);
        CommandResult failed = await _workspace.FailToBuildAsync("Taxi");
        failed.EnsureSays("Taxi.csproj(9,5): error MODEL3101");
        failed.EnsureSays("of 0.1.0 (parent) on the same rows");
    }

    private void WriteRides(int count)
    {
        IEnumerable<string> rides = Enumerable.Range(1, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i * 0.25},{2.5 + (i * 0.5) + (i % 3 * 0.01)}"));
        _workspace.Write("Taxi/data/rides.csv", "distance,fare\n" + string.Join('\n', rides) + "\n");
    }

    private string ModelDigest() => File.ReadLines(_workspace.PathOf("Taxi/obj/model/version.txt")).ElementAt(2);

    private string RecordPath() => Path.GetRelativePath(_workspace.Path, Directory.GetFiles(_workspace.PathOf("Taxi/.models/Taxi/versions")).Single());
}

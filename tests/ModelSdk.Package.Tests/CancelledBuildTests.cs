using ModelSdk.Testing;

namespace ModelSdk.Package.Tests;

public sealed class CancelledBuildTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TestWorkspace _workspace = new();

    public CancelledBuildTests()
    {
        _workspace.AddModel();
        _workspace.Set("MODEL_FAKE_HANG", "evaluate");
    }

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Control_C_ends_the_engine_and_the_build()
    {
        // A test run in the background ignores the signal, and what it starts would, too.
        using Command build = _workspace.Start("env", "--default-signal=INT", "dotnet", "build", "Taxi");
        await build.WaitForOutputAsync("fake evaluate");

        Interrupt(build.Id);

        CommandResult result = await build.WaitAsync();
        Assert.False(result.Succeeded);
        Assert.DoesNotContain("MODEL2900", result.Output, StringComparison.Ordinal);
        AssertReleased();
    }

    [Fact]
    public async Task A_build_that_crashes_takes_the_engine_with_it()
    {
        using Command build = _workspace.Start("dotnet", "build", "Taxi");
        await build.WaitForOutputAsync("fake evaluate");

        build.Kill();

        AssertReleased();
    }

    // The engine holds the lock as long as it lives.
    private void AssertReleased()
    {
        string path = _workspace.PathOf("Taxi/obj/model.lock");
        Assert.True(SpinWait.SpinUntil(() => CanOpen(path), Patience), "The engine is still alive.");
        Assert.Contains("released", _workspace.EngineStarts("Taxi"));
    }

    private static bool CanOpen(string path)
    {
        try
        {
            using FileStream opened = new(path, FileMode.Open, FileAccess.Write, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static void Interrupt(int process)
    {
        using Command kill = Command.Start("kill", ["-INT", process.ToString(System.Globalization.CultureInfo.InvariantCulture)], "/", new Dictionary<string, string?>());
        kill.WaitAsync().GetAwaiter().GetResult().EnsureSucceeded();
    }
}

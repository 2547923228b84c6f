using System.Diagnostics;

namespace ModelSdk.Testing;

/// <summary>A process that outlives the test run and cleans up after it: test hosts are given no time for that, and may be killed.</summary>
internal static class Caretaker
{
    public const string Command = "clean-up-after";

    // The end of the run closes the pipe; the reference keeps it open until then.
    private static Process? _running;

    /// <summary>Starts it; it waits for the end of this process.</summary>
    public static void Start(string folder, string compilerServer)
    {
        ProcessStartInfo start = new("dotnet", ["exec", typeof(Caretaker).Assembly.Location, Command, folder, compilerServer])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        _running = Process.Start(start);
    }

    public static int Run(string folder, string compilerServer)
    {
        while (Console.In.Read() >= 0)
        {
        }

        CompilerServer.ShutDown(compilerServer);
        Directory.Delete(folder, recursive: true);
        return 0;
    }
}

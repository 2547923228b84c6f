using ModelSdk.Store.Files;

namespace ModelSdk.Cli.Processes;

/// <summary>Ends the process when the build that started it is gone: the build holds our standard input open for as long as it lives.</summary>
internal static class Lifeline
{
    /// <summary>Starts watching. A terminal or an input that is no pipe says nothing about a build and is not watched.</summary>
    /// <param name="directory">The folder whose temporary files are removed on the way out.</param>
    public static void Watch(string directory)
    {
        if (!Console.IsInputRedirected)
        {
            return;
        }

        Thread thread = new(() => WaitForEnd(directory)) { IsBackground = true, Name = "lifeline" };
        thread.Start();
    }

    private static void WaitForEnd(string directory)
    {
        using Stream input = Console.OpenStandardInput();
        byte[] buffer = new byte[1];
        while (input.Read(buffer) > 0)
        {
        }

        TryRemoveTemporaries(directory);
        Environment.Exit(ExitCode.Cancelled);
    }

    private static void TryRemoveTemporaries(string directory)
    {
        try
        {
            AtomicFile.RemoveTemporaries(directory);
        }
        catch (IOException)
        {
            // The next run removes them.
        }
    }
}

using System.ComponentModel;
using System.Diagnostics;

namespace ModelSdk.Engine.Versions;

/// <summary>Asks git, where there is one; a repository is never changed.</summary>
internal static class Git
{
    /// <summary>The short name of the commit that added a file; null where git does not know.</summary>
    /// <param name="path">A full path.</param>
    public static string? CommitThatAdded(string path) =>
        Ask(Path.GetDirectoryName(path)!, "log", "--diff-filter=A", "-1", "--format=%h", "--", Path.GetFileName(path));

    /// <summary>Who git takes the user for: <c>Name &lt;address&gt;</c>; null where git does not know.</summary>
    /// <param name="directory">A folder of the repository.</param>
    public static string? Identity(string directory)
    {
        string? name = Environment.GetEnvironmentVariable("GIT_AUTHOR_NAME") ?? Ask(directory, "config", "user.name");
        string? address = Environment.GetEnvironmentVariable("GIT_AUTHOR_EMAIL") ?? Ask(directory, "config", "user.email");
        return name is null ? address : address is null ? name : $"{name} <{address}>";
    }

    private static string? Ask(string directory, params ReadOnlySpan<string> arguments)
    {
        if (!Directory.Exists(directory))
        {
            return null;
        }

        ProcessStartInfo start = new("git") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = directory };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using Process process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            string answer = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 && answer.Length > 0 ? answer : null;
        }
        catch (Win32Exception)
        {
            // There is no git on this machine.
            return null;
        }
    }
}

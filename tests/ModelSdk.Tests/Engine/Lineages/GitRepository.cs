using System.Diagnostics;

namespace ModelSdk.Tests.Engine.Lineages;

/// <summary>A working tree of real git.</summary>
internal sealed class GitRepository(string folder)
{
    public string Folder { get; } = folder;

    public static GitRepository Create(string folder)
    {
        Directory.CreateDirectory(folder);
        GitRepository repository = new(folder);
        repository.Git("init", "-q", "-b", "main");
        return repository;
    }

    public GitRepository Clone(string folder)
    {
        Run(Path.GetTempPath(), ["clone", "-q", this.Folder, folder]);
        return new GitRepository(folder);
    }

    public string Git(params string[] arguments) => Run(this.Folder, arguments);

    public void CommitAll(string message)
    {
        this.Git("add", "-A");
        this.Git("commit", "-q", "-m", message);
    }

    private static string Run(string folder, string[] arguments)
    {
        string[] identity = ["-c", "user.name=Ada Lovelace", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false", "-c", "core.hooksPath=/dev/null"];
        ProcessStartInfo start = new("git", [.. identity, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {output}{errors.Result}");
    }
}

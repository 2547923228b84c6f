using System.Diagnostics;

namespace ModelSdk.Tests.Snapshots;

/// <summary>A PostgreSQL server of this test run alone: in a temporary folder, reached by a socket in it, ended with the run.</summary>
public sealed class PostgresCluster : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modelsdk-pg-");
    private readonly bool isRunning;

    public PostgresCluster()
    {
        if (Programs is null)
        {
            return;
        }

        if (Environment.IsPrivilegedProcess)
        {
            Execute("chown", "postgres", this.folder.FullName);
        }

        Run("initdb", "-D", this.Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        Run("pg_ctl", "-D", this.Data, "-w", "-s", "-l", Path.Combine(this.folder.FullName, "server.log"), "-o", $"-k {this.folder.FullName} -c listen_addresses='' -c fsync=off", "start");
        this.isRunning = true;
    }

    /// <summary>The folder of PostgreSQL's programs; null where it is not installed, or where we are root and there is no user to run it as.</summary>
    public static string? Programs { get; } = Directory.Exists("/usr/lib/postgresql") && (!Environment.IsPrivilegedProcess || File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)))
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
        : null;

    public string ConnectionString => $"Host={this.folder.FullName};Username=postgres;Password=geheim;Database=postgres;Pooling=false";

    private string Data => Path.Combine(this.folder.FullName, "data");

    /// <summary>Runs statements.</summary>
    public void Execute(string sql) => Run("psql", "-h", this.folder.FullName, "-U", "postgres", "-q", "-v", "ON_ERROR_STOP=1", "-c", sql);

    public void Dispose()
    {
        if (this.isRunning)
        {
            Run("pg_ctl", "-D", this.Data, "-w", "-s", "-m", "immediate", "stop");
        }

        this.folder.Delete(recursive: true);
    }

    // The server refuses to run as root.
    private static void Run(string program, params string[] arguments)
    {
        string path = Path.Combine(Programs!, program);
        if (Environment.IsPrivilegedProcess)
        {
            Execute("runuser", ["-u", "postgres", "--", path, .. arguments]);
        }
        else
        {
            Execute(path, arguments);
        }
    }

    private static void Execute(string program, params string[] arguments)
    {
        // No pipes: the server would keep them open.
        using Process process = Process.Start(new ProcessStartInfo("sh", ["-c", "cd / && exec \"$@\" > /dev/null 2>&1", "sh", program, .. arguments]))!;
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }
}

using System.CommandLine;
using ModelSdk.Cli.Output;
using ModelSdk.Cli.Processes;
using ModelSdk.Engine.Output;
using ModelSdk.Engine.Plugins;
using ModelSdk.Engine.Projects;
using ModelSdk.Engine.Snapshots;

namespace ModelSdk.Cli.Commands;

/// <summary><c>snapshot</c>: writes what a query finds in a database into a file that builds read.</summary>
internal static class SnapshotCommand
{
    public static Command Create()
    {
        Option<string> provider = new("--provider") { Required = true, Description = "The ADO.NET provider, by the name of its package: Npgsql, MySqlConnector, Microsoft.Data.SqlClient." };
        provider.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: { } name }] && name.Any(character => !char.IsLetterOrDigit(character) && character is not ('.' or '_' or '-')))
            {
                result.AddError("--provider is the name of a package, such as Npgsql; a file goes to --provider-path.");
            }
        });
        Option<string?> providerPath = CommonOptions.Path(new("--provider-path") { Description = "The provider's assembly, or a folder with it and what it needs. Default: among the packages that NuGet has restored." });
        Option<string> variable = new("--connection-variable") { Required = true, Description = "The environment variable that holds the connection string." };
        Option<string> query = new("--query") { Required = true, Description = "The file with the SELECT statement; with ORDER BY, equal rows give an equal file." };
        Option<string> output = new("--output", "-o") { Required = true, Description = "The .csv or .parquet file to write. Beside it, <file>.snapshot.json says where it came from." };
        Option<string> format = CommonOptions.Format();
        Command command = new("snapshot", "Reads a database once, in one read-only transaction, into a CSV or Parquet file for builds to read.") { provider, providerPath, variable, query, output, format };
        command.SetAction(result => UserCommand.Run(result, terminal => Run(
            new SnapshotRequest(result.GetRequiredValue(provider), result.GetRequiredValue(variable), Path.GetFullPath(result.GetRequiredValue(query)), OutputFile(result.GetRequiredValue(output)))
            {
                ProviderPath = result.GetValue(providerPath),
                PackageFolders = OptionalPackages.UserFolders,
                Writers = () => OptionalPackages.RestoredWriters,
            },
            result.GetValue(format)!,
            terminal)));
        return command;
    }

    private static bool Run(SnapshotRequest request, string format, TerminalOutput terminal)
    {
        StationLog log = new("snapshot", DiagnosticPolicy.None, terminal.MessagesBeside(format));
        SnapshotRecord record = Snapshot.Take(request, log);
        if (format == "json")
        {
            terminal.Write(record.ToJson());
        }

        return !log.Failed;
    }

    private static string OutputFile(string path) => Path.GetExtension(path).ToLowerInvariant() is ".csv" or ".parquet"
        ? Path.GetFullPath(path)
        : throw new InvalidDataException($"--output is {path}; a snapshot is a .csv or .parquet file.");
}

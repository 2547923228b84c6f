using System.CommandLine;
using ModelSdk.Cli.Lineages;
using ModelSdk.Cli.Output;
using ModelSdk.Cli.Processes;
using ModelSdk.Engine.Versions;
using ModelSdk.Store;
using ModelSdk.Store.Files;

namespace ModelSdk.Cli.Commands;

/// <summary><c>restore</c>: writes the model file of a version.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        LineageOptions lineage = new();
        Argument<string> version = new("version") { Description = "The version: a number, the beginning of an id, an environment or \"parent\"." };
        new LineageCompletions(lineage).Version(version);
        Option<string?> file = new("--output", "-o") { Description = "The file to write. Default: <model>-<number>.safetensors in the current folder.", HelpName = "file" };
        Option<bool> force = new("--force") { Description = "Replace a file that is there." };
        Command command = new("restore", "Writes the model file of a version.") { version, file, force };
        lineage.AddTo(command);
        command.SetAction(result => UserCommand.Run(result, terminal =>
            Run(LineageFinder.Find(lineage.Of(result)), result.GetRequiredValue(version), result.GetValue(file), result.GetValue(force), terminal)));
        return command;
    }

    private static bool Run(LineageLocation location, string name, string? file, bool force, TerminalOutput terminal)
    {
        ProjectLineage lineage = location.Open();
        VersionEntry version = lineage.Lineage.Resolve(name);
        byte[] model = lineage.ReadModel(version);
        string path = Path.GetFullPath(file ?? $"{location.Model}-{version.Number}.safetensors");
        if (Directory.Exists(path))
        {
            throw new InvalidDataException($"{path} is a folder; name the file to write with --output.");
        }

        if (!force && File.Exists(path) && !model.AsSpan().SequenceEqual(File.ReadAllBytes(path)))
        {
            throw new InvalidDataException($"{path} exists and is another file; --force replaces it.");
        }

        AtomicFile.Write(path, model);
        terminal.Message($"Wrote {Path.GetRelativePath(".", path)}: the model of {location.Model} {version.Name}, SHA-256 {version.ModelDigest}.");
        terminal.Message($"To build with it instead: dotnet build -p:ModelPinnedVersion={(Unique(lineage, version) ? version.Number.ToString() : VersionId.Abbreviate(version.Id))}");
        return true;
    }

    private static bool Unique(ProjectLineage lineage, VersionEntry version) => lineage.Lineage.Versions.Count(other => other.Number == version.Number) == 1;
}

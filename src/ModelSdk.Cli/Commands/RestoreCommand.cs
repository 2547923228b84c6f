using System.CommandLine;
using ModelSdk.Cli.Lineages;
using ModelSdk.Cli.Output;
using ModelSdk.Cli.Processes;
using ModelSdk.Contracts.Json;
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
        Option<string?> file = CommonOptions.Path(new("--output", "-o") { Description = "The file to write. Default: <model>-<number>.safetensors in the current folder.", HelpName = "file" });
        Option<bool> force = new("--force") { Description = "Replace a file that is there." };
        Option<string> format = CommonOptions.Format();
        Command command = new("restore", "Writes the model file of a version.") { version, file, force, format };
        lineage.AddTo(command);
        command.SetAction(result => UserCommand.Run(result, terminal =>
        {
            LineageLocation location = LineageFinder.Find(lineage.Of(result));
            ProjectLineage opened = location.Open();
            VersionEntry entry = opened.Lineage.Resolve(result.GetRequiredValue(version));
            string path = Path.GetFullPath(result.GetValue(file) ?? $"{location.Model}-{entry.Number}.safetensors");
            Write(opened.ReadModel(entry), path, result.GetValue(force));
            Show(opened.Lineage, entry, path, result.GetValue(format)!, terminal);
            return true;
        }));
        return command;
    }

    private static void Write(byte[] model, string path, bool force)
    {
        if (Directory.Exists(path))
        {
            throw new InvalidDataException($"{path} is a folder; name the file to write with --output.");
        }

        if (Path.GetDirectoryName(path) is { } folder && !Directory.Exists(folder))
        {
            throw new InvalidDataException($"Nothing was written: the folder {folder} does not exist.");
        }

        if (!force && File.Exists(path) && !model.AsSpan().SequenceEqual(File.ReadAllBytes(path)))
        {
            throw new InvalidDataException($"{path} exists and is another file; --force replaces it.");
        }

        AtomicFile.Write(path, model);
    }

    private static void Show(Lineage lineage, VersionEntry version, string path, string format, TerminalOutput terminal)
    {
        if (format == "json")
        {
            terminal.Write(new JsonObjectBuilder
            {
                { "version", version.Number.ToString() },
                { "id", version.Id },
                { "file", path },
                { "modelDigest", version.ModelDigest },
            }.Build());
            return;
        }

        terminal.Message($"Wrote {Path.GetRelativePath(".", path)}: the model of {lineage.ModelName} {version.Name}, SHA-256 {version.ModelDigest}.");
        terminal.Message($"To build with it instead: dotnet build -p:ModelPinnedVersion={new ShortNames(lineage).Of(version)}");
    }
}

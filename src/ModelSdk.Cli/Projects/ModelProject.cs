using System.Diagnostics;
using ModelSdk.Engine.Projects;

namespace ModelSdk.Cli.Projects;

/// <summary>Asks MSBuild what a project says about its model.</summary>
internal static class ModelProject
{
    /// <summary>The project file that a user means.</summary>
    /// <param name="path">A project file or a folder; null for the current folder.</param>
    /// <returns>The project's full path, or null where the folder holds none.</returns>
    /// <exception cref="InvalidDataException">The path does not exist, or the folder holds several projects.</exception>
    public static string? Find(string? path)
    {
        string place = Path.GetFullPath(path ?? ".");
        if (File.Exists(place))
        {
            return place;
        }

        string[] projects = Directory.Exists(place) ? Directory.GetFiles(place, "*.*proj") : throw new InvalidDataException($"{place} does not exist.");
        return projects.Length <= 1
            ? projects.FirstOrDefault()
            : throw new InvalidDataException($"{place} holds {projects.Length} projects; name one with --project: {string.Join(", ", projects.Select(Path.GetFileName))}.");
    }

    /// <summary>Finds and reads the project that a user means.</summary>
    /// <param name="path">A project file or a folder; null for the current folder.</param>
    /// <exception cref="InvalidDataException">There is no project, or MSBuild cannot evaluate it.</exception>
    public static ProjectOptions Require(string? path) =>
        Read(Find(path) ?? throw new InvalidDataException("There is no project here; name one with --project."));

    /// <summary>The options that a build of the project would give to the engine.</summary>
    /// <param name="project">The project file.</param>
    /// <exception cref="InvalidDataException">MSBuild cannot evaluate the project, or it is no model project.</exception>
    public static ProjectOptions Read(string project)
    {
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(project)!,
            ArgumentList = { "msbuild", project, "-nologo", "-nodeReuse:false", "-t:_WriteModelOptions", "-getProperty:_ModelOptionsFile" },
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        if ((output + errors.Result).Contains("MSB4057", StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{project} is no model project: it does not use the ModelSdk SDK. Name one that does with --project.");
        }

        return process.ExitCode == 0 && File.Exists(output)
            ? ProjectOptions.Read(output)
            : throw new InvalidDataException($"{project} cannot be read as a model project.\n{output}\n{errors.Result}".Trim());
    }
}

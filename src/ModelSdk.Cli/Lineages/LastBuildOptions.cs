using ModelSdk.Engine.Projects;

namespace ModelSdk.Cli.Lineages;

/// <summary>What the last build wrote about a project, as long as the project is as it was then.</summary>
internal static class LastBuildOptions
{
    /// <summary>The options; null where there are none, or the project was edited since.</summary>
    /// <param name="project">The project file's full path.</param>
    public static ProjectOptions? Find(string project)
    {
        string folder = Path.GetDirectoryName(project)!;
        string file = Path.Combine(folder, "obj", "model", "options.json");
        if (!File.Exists(file) || Inputs(project, folder).Any(input => File.GetLastWriteTimeUtc(input) > Written(file)))
        {
            return null;
        }

        try
        {
            // A copied or moved project has the options of the place where it was built.
            return ProjectOptions.Read(file) is { } options && options.ProjectFile == project ? options : null;
        }
        catch (InvalidDataException)
        {
            // Of another release of the SDK.
            return null;
        }
    }

    // A build that finds the options unchanged leaves the file and renews its key.
    private static DateTime Written(string file)
    {
        DateTime written = File.GetLastWriteTimeUtc(file);
        DateTime looked = File.Exists(file + ".key") ? File.GetLastWriteTimeUtc(file + ".key") : written;
        return looked > written ? looked : written;
    }

    private static IEnumerable<string> Inputs(string project, string folder) =>
        new[] { project, Nearest(folder, "Directory.Build.props"), Nearest(folder, "Directory.Build.targets") }.OfType<string>();

    private static string? Nearest(string folder, string name)
    {
        for (string? directory = folder; directory is not null; directory = Path.GetDirectoryName(directory))
        {
            string file = Path.Combine(directory, name);
            if (File.Exists(file))
            {
                return file;
            }
        }

        return null;
    }
}

using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Projects;

namespace ModelSdk.Engine.Stations;

/// <summary>Finds the data files of a project, in ordinal order of their paths.</summary>
public static class DataFiles
{
    private static readonly Dictionary<string, char> Delimiters = new(StringComparer.OrdinalIgnoreCase)
    {
        ["comma"] = ',', [","] = ',', ["semicolon"] = ';', [";"] = ';', ["tab"] = '\t', ["\\t"] = '\t', ["\t"] = '\t', ["pipe"] = '|', ["|"] = '|',
    };

    /// <summary>The files of an item type, or the query over them.</summary>
    /// <param name="options">The project.</param>
    /// <param name="itemType"><c>TrainingData</c> or <c>TestData</c>.</param>
    /// <exception cref="ModelBuildException">An item names a delimiter that is none, or tables of a query are ambiguous.</exception>
    public static IReadOnlyList<DataFile> Find(ProjectOptions options, string itemType) =>
        QueryFiles.Find(options, itemType, type => Items(options, type));

    private static IReadOnlyList<DataFile> Items(ProjectOptions options, string itemType) =>
    [
        .. options.ItemsOf(itemType)
            .DistinctBy(item => item.FullPath)
            .Select(item => new DataFile(item.FullPath, options.Display(item.FullPath), item.Location) { Delimiter = Delimiter(item), Table = item.Metadata.GetValueOrDefault("Table", "").Trim() })
            .OrderBy(file => file.DisplayPath, StringComparer.Ordinal),
    ];

    /// <summary>Whether a project names training data none of which is on disk: no file, or pointers of Git LFS in their place.</summary>
    internal static bool AreAbsent(ProjectOptions options, IReadOnlyList<DataFile> files) =>
        (files.Count > 0 || options.Declarations.Any(declaration => declaration.Type == "TrainingData"))
        && files.SelectMany(file => file.Tables.Count > 0 ? file.Tables : [file]).All(file => !File.Exists(file.Path) || CsvFile.IsPointer(file.Path));

    /// <summary>Stops where a project has no training data: no item, or a pattern that matched no file.</summary>
    internal static void RequireTrainingData(ProjectOptions options, IReadOnlyList<DataFile> files)
    {
        if (files.Count > 0)
        {
            return;
        }

        ProjectItem? declared = options.Declarations.FirstOrDefault(declaration => declaration.Type == "TrainingData");
        throw new ModelBuildException(
            ProjectDiagnostics.NoTrainingData,
            declared is null
                ? "The project has no <TrainingData Include=\"…\" /> item; name at least one data file."
                : $"TrainingData Include={Quote.Value(declared.Include)} matches no file below {options.Display(options.ProjectDirectory)}.",
            declared?.Location ?? new SourceLocation(options.ProjectFile));
    }

    private static char? Delimiter(ProjectItem item)
    {
        if (!item.Metadata.TryGetValue("Delimiter", out string? name) || name.Length == 0)
        {
            return null;
        }

        return Delimiters.TryGetValue(name, out char delimiter)
            ? delimiter
            : throw new ModelBuildException(
                ProjectDiagnostics.InvalidPropertyValue,
                $"Delimiter of {item.Type} is {Quote.Value(name)}; valid: comma, semicolon, tab, pipe.",
                item.Location);
    }
}

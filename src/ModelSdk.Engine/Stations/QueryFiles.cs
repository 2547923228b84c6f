using System.Text.RegularExpressions;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Digests;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Projects;

namespace ModelSdk.Engine.Stations;

/// <summary>Where a project has a query (<c>ModelQueryFile</c>), its data files become the query's tables, and the query the only data file.</summary>
internal static partial class QueryFiles
{
    public const string PropertyName = "ModelQueryFile";

    /// <summary>The files as they are without a query, else the query over them.</summary>
    /// <param name="options">The project.</param>
    /// <param name="itemType"><c>TrainingData</c> or <c>TestData</c>.</param>
    /// <param name="find">Finds the files of an item type.</param>
    public static IReadOnlyList<DataFile> Find(ProjectOptions options, string itemType, Func<string, IReadOnlyList<DataFile>> find)
    {
        IReadOnlyList<DataFile> files = find(itemType);
        ProjectProperty property = options.Property(PropertyName);
        if (property.Value.Length == 0 || files.Count == 0)
        {
            return files;
        }

        // What has no test rows of its own, a table of shops for example, is the same for both.
        IEnumerable<DataFile> others = itemType == "TestData" ? find("TrainingData").Where(other => !files.Any(file => SameName(file, other))) : [];
        DataFile[] tables = [.. files.Concat(others).Select(file => file with { Table = NameOf(file) })];
        RequireNames(tables, files.Concat(others));
        string path = Path.GetFullPath(Path.Combine(options.ProjectDirectory, property.Value.Replace('\\', '/')));
        return [new DataFile(path, options.Display(path), property.Location) { Tables = tables }];
    }

    /// <summary>What the recipe holds of a query: the SHA-256 of its text, line ends aside.</summary>
    /// <param name="files">The training files.</param>
    public static IEnumerable<KeyValuePair<string, string>> Determinants(IReadOnlyList<DataFile> files)
    {
        foreach (DataFile query in files.Where(file => file.Tables.Count > 0))
        {
            using StreamReader reader = new(CsvFile.OpenStream(query));
            yield return new("Query", Sha256Digest.Of(reader.ReadToEnd().ReplaceLineEndings("\n")));
        }
    }

    private static bool SameName(DataFile left, DataFile right) => NameOf(left).Equals(NameOf(right), StringComparison.OrdinalIgnoreCase);

    /// <summary>What <c>Table</c> says, else the file's name as an identifier.</summary>
    private static string NameOf(DataFile file) => file.Table.Length > 0 ? file.Table : NotOfName().Replace(Path.GetFileNameWithoutExtension(file.Path), "_");

    // Files may share a table that somebody named; that two happen to have the same file name says nothing.
    private static void RequireNames(DataFile[] tables, IEnumerable<DataFile> declared)
    {
        foreach (IGrouping<string, DataFile> table in declared.GroupBy(NameOf, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            if (table.FirstOrDefault(file => file.Table.Length == 0) is { } unnamed)
            {
                string text = $"{Quote.List([.. table.Select(file => file.DisplayPath)])} are all named {Quote.Value(table.Key)} in the query. Give each item a name by Table=\"…\"; with the same Table they are one table.";
                throw new ModelBuildException(QueryDiagnostics.InvalidTable, text, unnamed.DeclaredAt);
            }
        }

        if (tables.FirstOrDefault(file => NotOfName().IsMatch(file.Table)) is { } invalid)
        {
            string text = $"Table is {Quote.Value(invalid.Table)}; a table's name has letters, digits and underscores, and does not begin with a digit.";
            throw new ModelBuildException(QueryDiagnostics.InvalidTable, text, invalid.DeclaredAt);
        }
    }

    [GeneratedRegex(@"\W|^(?=\d)", RegexOptions.CultureInvariant)]
    private static partial Regex NotOfName();
}

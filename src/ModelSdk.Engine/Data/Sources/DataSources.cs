using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Data.Sources;

/// <summary>Reads the data files of a project: CSV by itself, other formats by an optional package.</summary>
/// <param name="optional">The sources of optional packages; asked for only when a file needs one.</param>
/// <param name="space">What they may use of the machine.</param>
public sealed class DataSources(Func<IReadOnlyList<IRecordSource>> optional, Func<WorkingSpace> space) : IDataSource
{
    /// <summary>The columns may take at most this many bytes; null without a limit.</summary>
    public long? MemoryLimit { get; init; }

    /// <summary>Where tables go that are larger; null for nowhere, so that they are an error.</summary>
    public ColumnStorage? Storage { get; init; }

    /// <summary>Reads CSV files only.</summary>
    public static DataSources CsvOnly { get; } = new(() => [], () => new WorkingSpace("", 0));

    /// <summary>The revision of the CSV parser.</summary>
    public int Revision => this.Csv.Revision;

    private CsvDataSource Csv => new() { MemoryLimit = this.MemoryLimit, Storage = this.Storage };

    /// <summary>Whether every file is CSV.</summary>
    /// <param name="files">Any files.</param>
    public static bool AreCsv(IReadOnlyList<DataFile> files) => !files.Any(OptionalFormats.Includes);

    /// <summary>Opens a file and reads its column names.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="ModelBuildException">The file cannot be read or is malformed, or needs a package that is not there.</exception>
    public IRecordReader Open(DataFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!OptionalFormats.Includes(file))
        {
            return CsvRecordReader.Open(file);
        }

        IRecordSource source = optional().FirstOrDefault(source => source.Extensions.Contains(file.Extension)) ?? throw Missing(file);
        foreach (DataFile needed in file.Tables.Prepend(file))
        {
            RequireReadable(needed);
        }

        return source.Open(file, space());
    }

    /// <inheritdoc/>
    public DataTable Read(IReadOnlyList<DataFile> files, ModelContract contract, long seed, IEngineLog log, CancellationToken cancellation)
    {
        IDataSource source = AreCsv(files) ? this.Csv : new RecordDataSource(this.Open) { MemoryLimit = this.MemoryLimit, Storage = this.Storage };
        return source.Read(files, contract, seed, log, cancellation);
    }

    private static void RequireReadable(DataFile file)
    {
        CsvFile.OpenStream(file).Dispose();
        if (CsvFile.IsPointer(file.Path))
        {
            throw new ModelBuildException(
                DataDiagnostics.DataFileIsPointer, "The file is a Git LFS pointer, not the data. Run \"git lfs pull\" to fetch the data.", new SourceLocation(file.Path, 1, 1));
        }
    }

    private static ModelBuildException Missing(DataFile file) => new(
        PluginDiagnostics.PackageMissing,
        $"{Quote.Value(file.DisplayPath)} is read by the package {OptionalFormats.DuckDb}, which the project does not have. A project of the SDK ModelSdk gets it by itself: run \"dotnet restore\". "
        + $"A project that has ModelSdk as PackageReference must name {OptionalFormats.DuckDb} too; docs/data.md shows how.",
        file.DeclaredAt);
}

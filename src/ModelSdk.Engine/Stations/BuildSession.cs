using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Data.Sources;
using ModelSdk.Engine.Gates;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Output;
using ModelSdk.Engine.Plugins;
using ModelSdk.Engine.Projects;
using ModelSdk.Engine.Resources;
using ModelSdk.Engine.Splits;
using ModelSdk.Engine.Versions;
using ModelSdk.Store;

namespace ModelSdk.Engine.Stations;

/// <summary>What the stations of one run share; everything costly is read once, and only when a station needs it.</summary>
internal sealed class BuildSession : IDisposable
{
    /// <summary>A property that only the tool sets: the versions to follow instead of the leaves, separated by semicolons.</summary>
    public const string ParentsProperty = "ModelParents";

    private readonly DataSources source;
    private DataTable? trainingTable;
    private DataTable? testTable;
    private RowSplit? split;
    private MachineClaim? claim;
    private TrainingPlan? plan;
    private TrainingRecord? trained;
    private ProjectLineage? lineage;

    public BuildSession(ProjectOptions options, ModelSettings settings, BuildFolder folder, CancellationToken cancellation)
    {
        this.Options = options;
        this.Settings = settings;
        this.Folder = folder;
        this.Cancellation = cancellation;
        this.Plugins = new PluginCatalog(options);
        this.Storage = new ColumnStorage(ProjectSources.TemporaryFolder(options));
        this.source = ProjectSources.Of(options, this.Plugins, this.Storage);
        this.Digests = new DataDigests(folder.DataDigests, () => this.Plugins.RecordSourceIdentity);
    }

    public ProjectOptions Options { get; }

    public ModelSettings Settings { get; }

    public BuildFolder Folder { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>Whether stations that have nothing to do say so; a commit, which often follows a build, lets them be silent.</summary>
    public bool SaysWhatIsUpToDate { get; init; } = true;

    /// <summary>Whether stations that have nothing to do repeat their warnings.</summary>
    public bool RepeatsWarnings { get; init; } = true;

    public DataDigests Digests { get; }

    /// <summary>The optional packages and own trainers of the project.</summary>
    public PluginCatalog Plugins { get; }

    /// <summary>Where tables go that exceed the memory limit.</summary>
    public ColumnStorage Storage { get; }

    /// <summary>Opens the data files, whatever their format.</summary>
    public DataSources Sources => this.source;

    public IReadOnlyList<DataFile> TrainingFiles { get; set; } = [];

    public IReadOnlyList<DataFile> TestFiles { get; set; } = [];

    /// <summary>The contract; set by the train station before anything else.</summary>
    public ModelContract Contract { get; set; } = null!;

    /// <summary>The project's gates; set with the contract.</summary>
    public IReadOnlyList<GateSpecification> Gates { get; set; } = [];

    /// <summary>The project's waivers; set with the contract.</summary>
    public IReadOnlyList<GateWaiver> Waivers { get; set; } = [];

    /// <summary>The committed versions of the model.</summary>
    public ProjectLineage Lineage => this.lineage ??= ProjectLineage.Open(this.Options);

    /// <summary>Where the version stands that the training continues from; the lineage, unless the session is given another one.</summary>
    public ProjectLineage StartLineage { get => field ?? this.Lineage; init; }

    /// <summary>What the trained model follows.</summary>
    public IReadOnlyList<VersionEntry> Parents => this.ParentsIn(this.Lineage);

    /// <summary>The version that is built as it was recorded; null where data, contract and options make the model. Set by the train station.</summary>
    public RecordedVersion? Recorded { get; set; }

    /// <summary>Whether the project has test files.</summary>
    public bool HasTestData => this.TestFiles.Count > 0;

    /// <summary>What the train station recorded.</summary>
    public TrainingRecord Trained
    {
        get => this.trained ??= TrainingRecord.Read(File.ReadAllText(this.Folder.Training));
        set => this.trained = value;
    }

    /// <summary>The source's revision, part of the recipe.</summary>
    public int SourceRevision => this.source.Revision;

    /// <summary>What reads training files other than CSV, and by which revision, part of the recipe; null where all are CSV.</summary>
    public string? RecordSources => DataSources.AreCsv(this.TrainingFiles) ? null : this.Plugins.RecordSourceIdentity;

    /// <summary>Whether the trained model follows the same versions in the lineage as it is now.</summary>
    public bool HasParents(ProjectLineage current) => this.ParentsIn(current).Select(parent => parent.Id).SequenceEqual(this.Parents.Select(parent => parent.Id));

    /// <summary>Reads the files of the test table by another contract, without a word about what does not fit.</summary>
    /// <exception cref="ModelBuildException">The rows do not fit the contract.</exception>
    public DataTable TestTableBy(ModelContract other) =>
        this.source.Read(this.TestFiles.Count == 0 ? this.TrainingFiles : this.TestFiles, other, this.Settings.Seed, SilentLog.Instance, this.Cancellation);

    public DataTable TrainingTable(IEngineLog log) => this.trainingTable ??= this.Read(this.TrainingFiles, log);

    /// <summary>Whether the project asks for an evaluation at all.</summary>
    public bool IsJudged => this.IsProcedureJudged || this.TestFiles.Count > 0 || this.Settings.SplitBy == SplitBy.Predefined || this.Settings.TestFraction > 0;

    /// <summary>Whether the way the model is made is judged, by folds, and a fit to all rows ships: cross-validation, and every forecast without test files.</summary>
    public bool IsProcedureJudged => !this.HasTestData
        && (this.Settings.Evaluation == EvaluationMode.CrossValidation || this.Settings.Task == ModelTask.Forecasting);

    /// <summary>The table that test rows come from: the test files' or, without any, the training files'.</summary>
    public DataTable TestTable(IEngineLog log) =>
        this.TestFiles.Count == 0 ? this.TrainingTable(log) : this.testTable ??= this.Read(this.TestFiles, log);

    /// <summary>The share of the machine that trainings of this session work with; waits for one.</summary>
    public MachineClaim Claim(StationLog log) => this.claim ??= MachineBudget.Default.Take(
        Environment.ProcessorCount,
        MemoryEstimate.Of(this.TrainingTable(log)),
        () => log.Message("Waiting for other trainings on this machine to leave cores and memory."),
        this.Cancellation);

    /// <inheritdoc/>
    public void Dispose()
    {
        this.claim?.Dispose();
        this.Storage.Dispose();
    }

    /// <summary>What is to be trained and from what.</summary>
    public TrainingPlan Plan(StationLog log) => this.plan ??= TrainingPlan.Of(this, log);

    /// <summary>The rows of the training table to fit, and the rows of the test table to judge by.</summary>
    public RowSplit Split(IEngineLog log) => this.split ??= this.MakeSplit(log);

    private IReadOnlyList<VersionEntry> ParentsIn(ProjectLineage versions) => this.Options.Property(ParentsProperty).Value is { Length: > 0 } names
        ? [.. names.Split(';').Select(versions.Lineage.Resolve).DistinctBy(version => version.Id)]
        : this.Recorded is { } recorded ? versions.ParentsOf(recorded.Entry) : versions.ParentsOf(this.Trained.ModelDigest, this.Contract);

    private RowSplit MakeSplit(IEngineLog log)
    {
        DataTable table = this.TrainingTable(log);
        if (this.TestFiles.Count > 0)
        {
            return new RowSplit(AllRows(table), AllRows(this.TestTable(log)));
        }

        if (this.IsProcedureJudged)
        {
            return new RowSplit(AllRows(table), AllRows(table));
        }

        SourceLocation place = this.Options.Property("ModelSplitBy").Location;
        double fraction = this.Settings.TestFraction;
        return this.Settings.SplitBy switch
        {
            SplitBy.Predefined => PredefinedSplit.Split(table, this.Contract, place),
            _ when fraction == 0 => new RowSplit(AllRows(table), []),
            SplitBy.Group => GroupSplit.Split(table, this.Contract, this.Settings.Seed, fraction, place),
            SplitBy.Time => TimeSplit.Split(table, this.Contract, fraction, place),
            _ => HoldoutSplit.Split(table, this.Contract, fraction, this.Options.Property("ModelTestFraction").Location),
        };
    }

    private DataTable Read(IReadOnlyList<DataFile> files, IEngineLog log)
    {
        DataTable table = this.source.Read(files, this.Contract, this.Settings.Seed, log, this.Cancellation);
        this.Digests.Remember(files, this.Contract, table.Digest);
        return table;
    }

    private static int[] AllRows(DataTable table) => [.. Enumerable.Range(0, table.RowCount)];
}

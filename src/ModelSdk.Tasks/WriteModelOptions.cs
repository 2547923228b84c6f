using Microsoft.Build.Framework;
using ModelSdk.Tasks.Options;

namespace ModelSdk.Tasks;

/// <summary>Writes what the project says about its model into the file that the engine reads.</summary>
public sealed class WriteModelOptions : Microsoft.Build.Utilities.Task
{
    /// <summary>The file to write; it is replaced only when its content differs.</summary>
    [Required]
    public string OptionsPath { get; set; } = "";

    /// <summary>The project.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The files around the project that may hold its settings, such as Directory.Build.props.</summary>
    public string[] ImportedFiles { get; set; } = [];

    /// <summary>The project's language.</summary>
    public string Language { get; set; } = "C#";

    /// <summary>Whether the project builds for several target frameworks.</summary>
    public bool HasManyFrameworks { get; set; }

    /// <summary>The version of the SDK that runs.</summary>
    [Required]
    public string SdkVersion { get; set; } = "";

    /// <summary>The folder that the engine writes to.</summary>
    [Required]
    public string OutputDirectory { get; set; } = "";

    /// <summary>The contract.</summary>
    [Required]
    public string Contract { get; set; } = "";

    /// <summary>The properties, each with its metadata <c>Value</c>.</summary>
    public ITaskItem[] ModelProperties { get; set; } = [];

    /// <summary>The items <c>TrainingData</c>.</summary>
    public ITaskItem[] TrainingData { get; set; } = [];

    /// <summary>The items <c>TestData</c>.</summary>
    public ITaskItem[] TestData { get; set; } = [];

    /// <summary>The items <c>Hyperparameter</c>.</summary>
    public ITaskItem[] Hyperparameters { get; set; } = [];

    /// <summary>The items <c>ModelFeature</c>.</summary>
    public ITaskItem[] ModelFeatures { get; set; } = [];

    /// <summary>The items <c>ModelInteraction</c>.</summary>
    public ITaskItem[] ModelInteractions { get; set; } = [];

    /// <summary>The items <c>MetricGate</c>.</summary>
    public ITaskItem[] MetricGates { get; set; } = [];

    /// <summary>The items <c>GateWaiver</c>.</summary>
    public ITaskItem[] GateWaivers { get; set; } = [];

    /// <summary>The optional packages that extend the engine: their assemblies, each with the metadata <c>Package</c> and <c>PackageVersion</c>.</summary>
    public ITaskItem[] Plugins { get; set; } = [];

    /// <summary>The folders that NuGet restores packages to, separated by semicolons.</summary>
    public string PackageFolders { get; set; } = "";

    /// <summary>The training and test data that is on disk. A file that is not there would make its station stale for ever.</summary>
    [Output]
    public ITaskItem[] DataOnDisk { get; private set; } = [];

    /// <summary>The folder that keeps the model's versions.</summary>
    internal string Store { get; private set; } = "";

    /// <summary>A digest of what the store holds of this model; empty where it holds nothing.</summary>
    internal string Lineage { get; private set; } = "";

    /// <inheritdoc />
    public override bool Execute()
    {
        Store = StoreLocation.Find(ProjectFile, PropertyValue("ModelStore"));
        Lineage = LineageState.Of(Store, PropertyValue("ModelName"));
        DataOnDisk = [.. TrainingData.Concat(TestData).Where(item => File.Exists(item.GetMetadata("FullPath")))];
        InputKey key = Key();
        if (key.IsKeyOf(OptionsPath))
        {
            return true;
        }

        ProjectSources sources = new(ProjectFile, ImportedFiles);
        ProjectRules rules = new(Log, sources);
        rules.Check(this);
        if (!Log.HasLoggedErrors)
        {
            Write(sources, rules.HasWarned ? null : key);
        }

        return !Log.HasLoggedErrors;
    }

    // A warning must come again in the next build, so there is no key then.
    private void Write(ProjectSources sources, InputKey? key)
    {
        try
        {
            OptionsFile.ReplaceWhenDifferent(OptionsPath, ModelOptionsJson.Write(this, sources));
            key?.Remember(OptionsPath);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.ReportError(
                DiagnosticCodes.OutputNotWritable,
                $"'{OptionsPath}' cannot be written: {e.Message} A build needs a folder obj that it may write to.",
                new SourcePlace(ProjectFile));
        }
    }

    private InputKey Key()
    {
        InputKey key = new();
        key.Add(SdkVersion);
        key.Add(Language);
        key.Add(HasManyFrameworks ? "many" : "one");
        key.Add(OutputDirectory);
        key.Add(Contract);
        key.AddFile(ProjectFile);
        foreach (string path in ImportedFiles)
        {
            key.AddFile(path);
        }

        key.Add(ModelProperties);
        key.Add(TrainingData);
        key.Add(TestData);
        key.Add(Hyperparameters);
        key.Add(ModelFeatures);
        key.Add(ModelInteractions);
        key.Add(MetricGates);
        key.Add(GateWaivers);
        key.Add(Plugins);
        key.Add(PackageFolders);
        key.Add(Store);
        key.Add(Lineage);
        key.Add(string.Join("\n", DataOnDisk.Select(item => item.ItemSpec)));
        return key;
    }

    private string PropertyValue(string name) =>
        ModelProperties.FirstOrDefault(property => property.ItemSpec == name)?.GetMetadata("Value").Trim() ?? "";
}

namespace ModelSdk.Engine.Stations;

/// <summary>The files of <c>obj/model</c>; docs/engine-protocol.md lists them.</summary>
/// <param name="directory">The folder.</param>
/// <param name="modelName">The model's name.</param>
public sealed class BuildFolder(string directory, string modelName)
{
    /// <summary>The folder.</summary>
    public string Directory { get; } = directory;

    /// <summary>The model.</summary>
    public string Model => this.File($"{modelName}.safetensors");

    /// <summary>What training found out: rows, digests, the naive baseline.</summary>
    public string Training => this.File("training.json");

    /// <summary>Metrics of the model and of the naive predictor.</summary>
    public string Evaluation => this.File("evaluation.json");

    /// <summary>How the versions that the model is compared with did on the test rows.</summary>
    public string Baselines => this.File("baselines.json");

    /// <summary>The models that were trained last, by recipe.</summary>
    public string Recipes => this.File("recipes");

    /// <summary>Test rows and the engine's predictions of them.</summary>
    public string Verification => this.File("verification.json");

    /// <summary>Each bound with its value and outcome.</summary>
    public string Gate => this.File("gate.json");

    /// <summary>The record that the build embeds.</summary>
    public string Version => this.File("version.json");

    /// <summary>What MSBuild needs to know of the version.</summary>
    public string VersionText => this.File("version.txt");

    /// <summary>The digests of data files that were read before.</summary>
    public string DataDigests => this.File("data.json");

    /// <summary>The copy of a contract that could not be written to the source tree.</summary>
    public string ContractCopy => this.File($"{modelName}.schema.json");

    /// <summary>The lock; outside the folder, so that <c>clean</c> does not take it away from an engine at work.</summary>
    public string Lock => Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(this.Directory))!, "model.lock");

    /// <summary>What a station left when it last succeeded.</summary>
    /// <param name="station">The station's name.</param>
    public string Stamp(string station) => this.File($"{station}.stamp");

    private string File(string name) => Path.Combine(this.Directory, name);
}

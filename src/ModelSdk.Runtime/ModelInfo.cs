using ModelSdk.Contracts.Schema;

namespace ModelSdk.Runtime;

/// <summary>What is known of a model: for an embedded one, from the version record that was built with it.</summary>
/// <param name="Name">The model's name.</param>
/// <param name="Task">What it predicts.</param>
/// <param name="ModelDigest">SHA-256 of the model file, 64 lower-case hexadecimal digits.</param>
public sealed record ModelInfo(string Name, ModelTask Task, string ModelDigest)
{
    /// <summary>The version (SemVer); empty for a model loaded from a file, which carries none.</summary>
    public string Version { get; init; } = "";

    /// <summary>
    /// The id of the committed version, 64 hexadecimal digits, by which the lineage tells why it was made; empty for a build that is not committed, and
    /// for a model loaded from a file.
    /// </summary>
    public string VersionId { get; init; } = "";

    /// <summary>SHA-256 over the parsed training rows; empty for a model loaded from a file.</summary>
    public string DataDigest { get; init; } = "";

    /// <summary>SHA-256 over all that determined the model; empty for a model loaded from a file.</summary>
    public string RecipeDigest { get; init; } = "";

    /// <summary>The name of the trainer.</summary>
    public string Trainer { get; init; } = "";

    /// <summary>The version of the SDK that built; empty for a model loaded from a file.</summary>
    public string SdkVersion { get; init; } = "";

    /// <summary>The metrics on the test rows, by name; empty for a model loaded from a file.</summary>
    public IReadOnlyDictionary<string, double> Metrics { get; init; } = new Dictionary<string, double>();
}

using System.Reflection;
using System.Runtime.Loader;

namespace ModelSdk.Engine.Verification;

/// <summary>Loads the compiled model project with its own references, so that the Runtime that it ships with computes, not the engine's.</summary>
internal sealed class PredictorContext : AssemblyLoadContext
{
    private readonly Dictionary<string, string> references;

    public PredictorContext(IEnumerable<string> references)
        : base("predictor") =>
        this.references = references.GroupBy(path => Path.GetFileNameWithoutExtension(path)!, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The Runtime's file among the references, for messages.</summary>
    public string RuntimePath => this.references.GetValueOrDefault("ModelSdk.Runtime", "none");

    /// <summary>Reads the assembly into memory, so that its file is not held open.</summary>
    public Assembly LoadFile(string path)
    {
        using MemoryStream stream = new(File.ReadAllBytes(path));
        return this.LoadFromStream(stream);
    }

    protected override Assembly? Load(AssemblyName assemblyName) =>
        this.references.TryGetValue(assemblyName.Name!, out string? path) && File.Exists(path) ? this.LoadFile(path) : null;
}

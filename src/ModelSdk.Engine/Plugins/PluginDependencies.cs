using System.Runtime.InteropServices;
using System.Text.Json;

namespace ModelSdk.Engine.Plugins;

/// <summary>
/// Finds what an extension of the engine needs, by the <c>.deps.json</c> beside it: in its own folder, or in the folders of NuGet packages. So a
/// class library works from where it was built, and a package need not hold copies of other packages.
/// </summary>
internal sealed class PluginDependencies
{
    private readonly string directory;
    private readonly IReadOnlyList<string> packageFolders;
    private readonly List<(string Package, string File)> managed = [];
    private readonly List<(string Package, string File, string Runtime)> native = [];
    private readonly List<string> packages = [];
    private readonly List<string> ownFiles = [];

    private PluginDependencies(string directory, IReadOnlyList<string> packageFolders)
    {
        this.directory = directory;
        this.packageFolders = packageFolders;
    }

    /// <summary>The packages that the extension needs, each as <c>name/version</c>, in ordinal order.</summary>
    public IReadOnlyList<string> Packages => this.packages;

    /// <summary>The assemblies that were built from source together with the extension, as paths; of those beside it, without the engine's own.</summary>
    public IEnumerable<string> OwnFiles => this.ownFiles.Select(file => Path.Combine(this.directory, Path.GetFileName(file))).Where(File.Exists);

    /// <summary>Reads the list of what an extension needs; without one, everything is looked for beside it.</summary>
    /// <param name="assembly">The extension's file.</param>
    /// <param name="packageFolders">The folders that NuGet restores packages to.</param>
    /// <exception cref="JsonException">The list is no JSON.</exception>
    public static PluginDependencies Read(string assembly, IReadOnlyList<string> packageFolders)
    {
        PluginDependencies dependencies = new(Path.GetDirectoryName(assembly)!, packageFolders);
        string list = Path.ChangeExtension(assembly, ".deps.json");
        if (File.Exists(list))
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(list));
            dependencies.Collect(document.RootElement);
        }

        return dependencies;
    }

    /// <summary>The file of an assembly; null where there is none.</summary>
    /// <param name="name">The assembly's name.</param>
    public string? ManagedPath(string name)
    {
        string beside = Path.Combine(this.directory, name + ".dll");
        return File.Exists(beside) ? beside : this.managed.Where(asset => Path.GetFileNameWithoutExtension(asset.File) == name).Select(this.InPackage).FirstOrDefault(path => path is not null);
    }

    /// <summary>The file of a native library for this machine; null where the extension brings none of that name.</summary>
    /// <param name="name">The library's name as code imports it, without or with prefix and ending.</param>
    /// <exception cref="DllNotFoundException">The extension needs the library from a package that has none for this machine or was not restored.</exception>
    public string? NativePath(string name)
    {
        string[] names = [name, $"{name}.dll", $"lib{name}.so", $"lib{name}.dylib", $"{name}.so", $"{name}.dylib"];
        (string Package, string File, string Runtime)[] listed = [.. this.native.Where(asset => names.Contains(Path.GetFileName(asset.File)))];
        string? path = names.Select(file => Path.Combine(this.directory, file)).FirstOrDefault(File.Exists)
            ?? Runtimes().SelectMany(runtime => listed.Where(asset => asset.Runtime == runtime))
                .Select(asset => this.Beside(asset.File) ?? this.InPackage((asset.Package, asset.File))).FirstOrDefault(path => path is not null);

        // A library of that name that happens to be on the machine is another version.
        return path is null && listed.Length > 0
            ? throw new DllNotFoundException($"The library \"{name}\" of {listed[0].Package} was not found.")
            : path;
    }

    /// <summary>This machine's runtime identifiers, the most exact one first.</summary>
    private static IEnumerable<string> Runtimes()
    {
        string system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        string processor = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        return [RuntimeInformation.RuntimeIdentifier, $"{system}-{processor}", system, "unix", "any"];
    }

    private string? Beside(string file) => Path.Combine(this.directory, file) is var path && File.Exists(path) ? path : null;

    private string? InPackage((string Package, string File) asset) =>
        this.packageFolders.Select(folder => Path.Combine(folder, asset.Package, asset.File)).FirstOrDefault(File.Exists);

    private void Collect(JsonElement root)
    {
        JsonElement libraries = root.GetProperty("libraries");
        foreach (JsonProperty library in root.GetProperty("targets").EnumerateObject().SelectMany(target => target.Value.EnumerateObject()))
        {
            JsonElement entry = libraries.GetProperty(library.Name);
            if (entry.GetProperty("type").GetString() == "package")
            {
                this.packages.Add(library.Name);
                this.Collect(entry.TryGetProperty("path", out JsonElement path) ? path.GetString()! : library.Name.ToLowerInvariant(), library.Value);
            }
            else
            {
                this.ownFiles.AddRange(Members(library.Value, "runtime").Select(asset => asset.Name));
            }
        }

        this.packages.Sort(StringComparer.Ordinal);
    }

    private void Collect(string package, JsonElement assets)
    {
        this.managed.AddRange(Members(assets, "runtime").Select(asset => (package, asset.Name)));
        this.managed.AddRange(Targets(assets, "runtime").Where(asset => Runtimes().Contains(asset.Runtime)).Select(asset => (package, asset.File)));
        this.native.AddRange(Members(assets, "native").Select(asset => (package, asset.Name, "any")));
        this.native.AddRange(Targets(assets, "native").Select(asset => (package, asset.File, asset.Runtime)));
    }

    private static IEnumerable<(string File, string Runtime)> Targets(JsonElement assets, string type) =>
        Members(assets, "runtimeTargets").Where(asset => asset.Value.GetProperty("assetType").GetString() == type)
            .Select(asset => (asset.Name, asset.Value.GetProperty("rid").GetString() ?? "any"));

    private static IEnumerable<JsonProperty> Members(JsonElement assets, string name) =>
        assets.TryGetProperty(name, out JsonElement group) ? group.EnumerateObject() : [];
}

using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace ModelSdk.Engine.Snapshots;

/// <summary>
/// Loads a database provider and what it needs: what the framework has in a version that is high enough is the framework's, since values go to and
/// fro; the rest comes from the provider's own folder, else from restored packages of those names, the lowest version that is high enough.
/// </summary>
/// <param name="directory">The folder of the provider's assembly.</param>
/// <param name="packageFolders">The folders of restored packages.</param>
internal sealed class ProviderLoadContext(string directory, IReadOnlyList<string> packageFolders) : AssemblyLoadContext("database provider")
{
    private static readonly string[] Frameworks = ["net10.0", "net9.0", "net8.0", "net7.0", "net6.0", "netstandard2.1", "netstandard2.0"];

    /// <summary>The assembly of a restored package that has the assembly's name; null where there is none.</summary>
    /// <param name="name">The name.</param>
    /// <param name="packageFolders">The folders to look in.</param>
    /// <param name="lowest">The lowest version of the assembly that will do; null for the highest version of the package.</param>
    public static string? FindInPackages(string name, IReadOnlyList<string> packageFolders, Version? lowest)
    {
        IEnumerable<string> versions = packageFolders.Select(folder => Path.Combine(folder, name.ToLowerInvariant())).Where(Directory.Exists)
            .SelectMany(Directory.GetDirectories).OrderBy(version => NumberOf(Path.GetFileName(version)));
        return (lowest is null ? versions.Reverse() : versions).Select(version => AssemblyIn(version, name))
            .FirstOrDefault(path => path is not null && (lowest is null || AssemblyName.GetAssemblyName(path).Version >= lowest));
    }

    /// <summary>An assembly in the output or publish folder of an app: that for this system, where there is one for each; null where there is none.</summary>
    /// <param name="name">The name.</param>
    /// <param name="folder">The folder.</param>
    public static string? FindInFolder(string name, string folder)
    {
        string beside = Path.Combine(folder, name + ".dll");
        return AssemblyIn(folder, name) ?? (File.Exists(beside) ? beside : null);
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (IsInFramework(assemblyName))
        {
            return null;
        }

        string? path = FindInFolder(assemblyName.Name ?? "", directory) ?? FindInPackages(assemblyName.Name ?? "", packageFolders, assemblyName.Version ?? new Version());
        return path is null ? null : this.LoadFromAssemblyPath(path);
    }

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        IEnumerable<string> folders = Runtimes().Select(runtime => Path.Combine(directory, "runtimes", runtime, "native")).Prepend(directory);
        string? path = folders.SelectMany(folder => new[] { unmanagedDllName, unmanagedDllName + ".dll", $"lib{unmanagedDllName}.so", $"lib{unmanagedDllName}.dylib" }.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
        return path is null ? 0 : this.LoadUnmanagedDllFromPath(path);
    }

    private static bool IsInFramework(AssemblyName needed)
    {
        string path = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), needed.Name + ".dll");
        return File.Exists(path) && AssemblyName.GetAssemblyName(path).Version >= (needed.Version ?? new Version());
    }

    private static string? AssemblyIn(string package, string name) =>
        Runtimes().Select(runtime => Path.Combine(package, "runtimes", runtime, "lib")).Append(Path.Combine(package, "lib"))
            .SelectMany(folder => Frameworks.Select(framework => Path.Combine(folder, framework, name + ".dll")))
            .FirstOrDefault(File.Exists);

    private static string[] Runtimes()
    {
        string system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        return [RuntimeInformation.RuntimeIdentifier, $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}", system, OperatingSystem.IsWindows() ? "any" : "unix"];
    }

    private static Version NumberOf(string version) => Version.TryParse(version.Split('-')[0], out Version? number) ? number : new Version();
}

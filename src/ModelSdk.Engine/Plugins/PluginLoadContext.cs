using System.Reflection;
using System.Runtime.Loader;

namespace ModelSdk.Engine.Plugins;

/// <summary>
/// Loads an extension of the engine and what it needs, apart from the engine: it can have other versions of packages than the engine. What both
/// exchange values of they share: the assemblies that the engine has loaded by those names.
/// </summary>
/// <param name="assembly">The extension's file.</param>
/// <param name="dependencies">Finds what it needs.</param>
internal sealed class PluginLoadContext(string assembly, PluginDependencies dependencies) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(assembly))
{
    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) =>
        !SharedAssemblies.Names.Contains(assemblyName.Name) && dependencies.ManagedPath(assemblyName.Name ?? "") is { } path ? this.LoadFromAssemblyPath(path) : null;

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        dependencies.NativePath(unmanagedDllName) is { } path ? this.LoadUnmanagedDllFromPath(path) : 0;
}

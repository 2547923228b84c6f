using System.Data.Common;
using System.Reflection;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Snapshots;

/// <summary>An ADO.NET provider.</summary>
/// <param name="Factory">Makes its connections.</param>
/// <param name="Name">Its name and version.</param>
internal sealed record DatabaseProvider(DbProviderFactory Factory, string Name)
{
    /// <summary>Loads a provider.</summary>
    /// <exception cref="ModelBuildException">There is no such provider, or it cannot be loaded.</exception>
    public static DatabaseProvider Load(SnapshotRequest request)
    {
        string path = Find(request);
        try
        {
            Assembly assembly = new ProviderLoadContext(Path.GetDirectoryName(path)!, request.PackageFolders).LoadFromAssemblyPath(path);
            Type type = assembly.GetExportedTypes().FirstOrDefault(type => type.IsSubclassOf(typeof(DbProviderFactory)) && Instance(type) is not null)
                ?? throw NotFound(request, $"{path} has no public DbProviderFactory with a field Instance.");
            return new DatabaseProvider((DbProviderFactory)Instance(type)!.GetValue(null)!, $"{request.Provider} {assembly.GetName().Version!.ToString(3)}");
        }
        catch (Exception exception) when (exception is BadImageFormatException or IOException or TypeLoadException or ReflectionTypeLoadException or TypeInitializationException)
        {
            throw NotFound(request, $"{path} cannot be loaded: {(exception.InnerException ?? exception).Message.ReplaceLineEndings(" ")} Give a folder that holds what it needs, such as an app's publish folder, by --provider-path.");
        }
    }

    private static FieldInfo? Instance(Type type) => type.GetField("Instance", BindingFlags.Public | BindingFlags.Static);

    private static string Find(SnapshotRequest request)
    {
        if (request.ProviderPath is { } given)
        {
            string path = Path.GetFullPath(Directory.Exists(given) ? Path.Combine(given, request.Provider + ".dll") : given);
            return File.Exists(path) ? path : throw NotFound(request, $"{path} does not exist.");
        }

        return ProviderLoadContext.FindInPackages(request.Provider, request.PackageFolders, null) is { } found
            ? found
            : throw NotFound(request, $"No package of that name is restored in {Quote.List([.. request.PackageFolders])}. Restore it once (dotnet add package {request.Provider}), or name its assembly by --provider-path.");
    }

    private static ModelBuildException NotFound(SnapshotRequest request, string reason) =>
        new(SnapshotDiagnostics.ProviderNotFound, $"The provider {Quote.Value(request.Provider)} was not found: {reason}", SourceLocation.None);
}

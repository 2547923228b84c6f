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
            throw NotFound(request, $"{path} cannot be loaded: {(exception.InnerException ?? exception).Message.ReplaceLineEndings(" ")} {HowToGet(request)}");
        }
    }

    private static FieldInfo? Instance(Type type) => type.GetField("Instance", BindingFlags.Public | BindingFlags.Static);

    private static string Find(SnapshotRequest request)
    {
        if (request.ProviderPath is { } given)
        {
            string full = Path.GetFullPath(given);
            string? path = Directory.Exists(full) ? ProviderLoadContext.FindInFolder(request.Provider, full) : File.Exists(full) ? full : null;
            return path ?? throw NotFound(request, $"{(Directory.Exists(full) ? Path.Combine(full, request.Provider + ".dll") : full)} does not exist.");
        }

        return ProviderLoadContext.FindInPackages(request.Provider, request.PackageFolders, null) is { } found
            ? found
            : throw NotFound(request, $"No package of that name that holds its assembly is restored in {Quote.List([.. request.PackageFolders])}. {HowToGet(request)}");
    }

    /// <summary>Whether an exception says that something is missing which the provider needs, or does not fit.</summary>
    public static bool IsIncomplete(Exception exception) => exception
        is TypeInitializationException or TypeLoadException or FileNotFoundException or FileLoadException or BadImageFormatException or MissingMemberException or PlatformNotSupportedException;

    /// <summary>The diagnostic for a provider that was loaded, and fails before it connects: something that it needs is missing or does not fit.</summary>
    /// <param name="request">What names the provider.</param>
    /// <param name="exception">What it threw.</param>
    public static ModelBuildException NotUsable(SnapshotRequest request, Exception exception)
    {
        Exception cause = exception;
        while (cause is TypeInitializationException or TargetInvocationException && cause.InnerException is { } inner)
        {
            cause = inner;
        }

        // The runtime goes on with every place where it looked.
        string text = cause is DllNotFoundException ? cause.Message.Split(". ")[0] + "." : cause.Message.ReplaceLineEndings(" ").TrimEnd();
        return NotFound(request, $"It cannot be used: {text} {HowToGet(request)}");
    }

    private static string HowToGet(SnapshotRequest request) =>
        $"Restore it once (dotnet add package {request.Provider}); where it needs other packages or a native library, build an app that refers to it, and name the app's output or publish folder by --provider-path.";

    private static ModelBuildException NotFound(SnapshotRequest request, string reason) =>
        new(SnapshotDiagnostics.ProviderNotFound, $"The provider {Quote.Value(request.Provider)} was not found: {reason}", SourceLocation.None);
}

using System.Reflection;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Projects;

namespace ModelSdk.Engine.Plugins;

/// <summary>Finds the classes of an extension that the engine can use.</summary>
internal static class PluginTypes
{
    /// <summary>Creates an object of every public class of an interface.</summary>
    /// <typeparam name="T">An interface of the abstractions.</typeparam>
    /// <exception cref="ModelBuildException">A class has no public constructor without parameters, or it throws.</exception>
    public static IReadOnlyList<T> Create<T>(Assembly assembly, ProjectPlugin reference) =>
        [.. Classes(assembly, reference).Where(typeof(T).IsAssignableFrom).Select(type => (T)Create(type, reference))];

    /// <summary>Stops where an extension was compiled against abstractions that the engine does not have.</summary>
    /// <exception cref="ModelBuildException">The versions do not fit.</exception>
    public static void RequireFittingVersion(Assembly assembly, ProjectPlugin reference)
    {
        Version own = typeof(IRecordSource).Assembly.GetName().Version!;
        Version? needed = assembly.GetReferencedAssemblies().FirstOrDefault(name => name.Name == SharedAssemblies.Abstractions)?.Version;
        if (needed is not null && (needed.Major != own.Major || needed > own))
        {
            throw reference.NotLoadable($"it was compiled against {SharedAssemblies.Abstractions} {needed.ToString(3)}, and this engine has {own.ToString(3)}. Use the package of the same version as the SDK.");
        }
    }

    private static IEnumerable<Type> Classes(Assembly assembly, ProjectPlugin reference)
    {
        try
        {
            return assembly.GetExportedTypes().Where(type => type is { IsClass: true, IsAbstract: false }).OrderBy(type => type.FullName, StringComparer.Ordinal);
        }
        catch (ReflectionTypeLoadException exception)
        {
            throw reference.NotLoadable(exception.LoaderExceptions.FirstOrDefault()?.Message ?? exception.Message);
        }
    }

    private static object Create(Type type, ProjectPlugin reference)
    {
        if (type.GetConstructor(Type.EmptyTypes) is not { } constructor)
        {
            throw reference.NotLoadable($"{type.FullName} has no public constructor without parameters.");
        }

        try
        {
            return constructor.Invoke(null);
        }
        catch (TargetInvocationException exception)
        {
            Exception cause = exception.InnerException!;
            throw cause is DllNotFoundException or TypeInitializationException { InnerException: DllNotFoundException }
                ? new ModelBuildException(PluginDiagnostics.NativeLibraryMissing, $"{reference.Name}: {cause.Message.ReplaceLineEndings(" ")}", reference.DeclaredAt)
                : reference.NotLoadable($"the constructor of {type.FullName} throws {cause.GetType().Name}: {cause.Message.ReplaceLineEndings(" ")}");
        }
    }
}

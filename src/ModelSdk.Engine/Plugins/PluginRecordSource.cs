using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Projects;

namespace ModelSdk.Engine.Plugins;

/// <summary>A source of an extension; says clearly where its native library is missing.</summary>
/// <param name="source">The source.</param>
/// <param name="reference">The extension.</param>
internal sealed class PluginRecordSource(IRecordSource source, ProjectPlugin reference) : IRecordSource
{
    /// <inheritdoc/>
    public int Revision => source.Revision;

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions => source.Extensions;

    /// <inheritdoc/>
    public IRecordReader Open(DataFile file, WorkingSpace space)
    {
        try
        {
            return source.Open(file, space);
        }
        catch (Exception exception) when (exception is DllNotFoundException or TypeInitializationException { InnerException: DllNotFoundException } or BadImageFormatException)
        {
            string platform = System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier;
            string text = $"{reference.Name} has no native library that works here ({platform}): {exception.Message.ReplaceLineEndings(" ")} "
                + "It has one for Windows, Linux (glibc) and macOS, x64 and arm64; where this is one of them, run \"dotnet restore\".";
            throw new ModelBuildException(PluginDiagnostics.NativeLibraryMissing, text, reference.DeclaredAt);
        }
        catch (Exception exception) when (exception is FileNotFoundException { FileName: { } name } && name.Contains("Version=", StringComparison.Ordinal))
        {
            throw reference.NotLoadable($"{exception.Message.ReplaceLineEndings(" ")} Run \"dotnet restore\".");
        }
    }
}

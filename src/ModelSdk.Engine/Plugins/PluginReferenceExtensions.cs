using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Projects;

namespace ModelSdk.Engine.Plugins;

/// <summary>Words for what is wrong with an extension.</summary>
internal static class PluginReferenceExtensions
{
    extension(ProjectPlugin reference)
    {
        /// <summary>How messages name the extension.</summary>
        public string Name => reference.Package.Length > 0 ? $"The package {reference.Package} {reference.Version}" : $"The assembly {Quote.Value(Path.GetFileName(reference.Assembly))}";

        /// <summary>The diagnostic for an extension that cannot be used.</summary>
        /// <param name="reason">Why, a clause that ends in a full stop.</param>
        public ModelBuildException NotLoadable(string reason) =>
            new(PluginDiagnostics.NotLoadable, $"{reference.Name} at {reference.Assembly} cannot be loaded: {reason}", reference.DeclaredAt);

        /// <summary>Calls what may need a native library or an assembly of another package.</summary>
        /// <param name="call">What is to be done.</param>
        /// <exception cref="ModelBuildException">The native library or the assembly is missing.</exception>
        public T WithNativeLibrary<T>(Func<T> call)
        {
            try
            {
                return call();
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
}

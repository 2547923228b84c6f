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
    }
}

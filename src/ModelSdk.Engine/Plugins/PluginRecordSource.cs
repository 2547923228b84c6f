using ModelSdk.Engine.Data;
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
    public IRecordReader Open(DataFile file, WorkingSpace space) => reference.WithNativeLibrary(() => source.Open(file, space));
}

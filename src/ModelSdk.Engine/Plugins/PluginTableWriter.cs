using ModelSdk.Engine.Data;
using ModelSdk.Engine.Projects;

namespace ModelSdk.Engine.Plugins;

/// <summary>A writer of an extension; says clearly where its native library is missing.</summary>
/// <param name="writer">The writer.</param>
/// <param name="reference">The extension.</param>
internal sealed class PluginTableWriter(ITableWriter writer, ProjectPlugin reference) : ITableWriter
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions => writer.Extensions;

    /// <inheritdoc/>
    public void Write(string rows, IReadOnlyList<TableColumn> columns, string file, WorkingSpace space) => reference.WithNativeLibrary(() =>
    {
        writer.Write(rows, columns, file, space);
        return true;
    });
}

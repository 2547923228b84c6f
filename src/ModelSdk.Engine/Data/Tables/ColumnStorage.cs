namespace ModelSdk.Engine.Data;

/// <summary>
/// Where the columns of tables go that <c>ModelMemoryLimit</c> does not allow in memory: temporary files, which nobody else sees and which are gone
/// when the storage is disposed or the process ends, however it ends.
/// </summary>
/// <param name="folder">The folder of the files; made when it is needed.</param>
public sealed class ColumnStorage(string folder) : IDisposable
{
    private readonly List<ColumnFile> files = [];

    /// <summary>Why no table may go to files, as a sentence that names what to change; null where one may.</summary>
    public string? Refusal { get; set; }

    /// <inheritdoc/>
    public void Dispose() => this.files.ForEach(file => file.Dispose());

    /// <summary>Creates a file for the columns of a table.</summary>
    /// <param name="columns">How many columns.</param>
    /// <exception cref="IOException">The file cannot be made.</exception>
    internal ColumnFile Create(int columns)
    {
        Directory.CreateDirectory(folder);
        ColumnFile file = new(Path.Combine(folder, $"columns-{Path.GetRandomFileName()}"), columns);
        this.files.Add(file);
        return file;
    }
}

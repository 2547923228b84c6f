namespace ModelSdk.Engine.Data;

/// <summary>What a station may use of the machine while it works. It never changes a result.</summary>
/// <param name="Folder">A folder for temporary files; it need not exist, and is removed afterwards.</param>
/// <param name="MemoryBytes">The most memory to use, where the work can do with less.</param>
public sealed record WorkingSpace(string Folder, long MemoryBytes);

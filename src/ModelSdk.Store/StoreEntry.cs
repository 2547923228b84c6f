namespace ModelSdk.Store;

/// <summary>A file or folder in a folder of the store.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsFolder">Whether it is a folder, or a link to one.</param>
/// <param name="IsLink">Whether it is a symbolic link.</param>
internal readonly record struct StoreEntry(string Path, string Name, bool IsFolder, bool IsLink);

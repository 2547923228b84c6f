namespace ModelSdk.Store;

/// <summary>A file of a folder, as its listing shows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="IsLink">Whether it is a symbolic link.</param>
internal readonly record struct StoreFile(string Name, long Length, bool IsLink);

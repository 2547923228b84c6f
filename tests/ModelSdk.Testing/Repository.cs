namespace ModelSdk.Testing;

/// <summary>The working tree that the tests belong to.</summary>
public static class Repository
{
    /// <summary>The folder that holds ModelSdk.sln.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    private static string FindRoot(string directory) => File.Exists(Path.Combine(directory, "ModelSdk.sln"))
        ? directory
        : FindRoot(Path.GetDirectoryName(directory) ?? throw new DirectoryNotFoundException("ModelSdk.sln is in no folder above the tests."));
}

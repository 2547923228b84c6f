namespace ModelSdk.Testing;

/// <summary>A folder of its own for one test, removed at its end.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Creates it in <paramref name="parent"/>, or where the system has such folders; <paramref name="suffix"/> makes for paths that are hard on tools.</summary>
    public TemporaryFolder(string suffix = "", string? parent = null)
    {
        // Where the temporary folder is a link, MSBuild and the test would see two names of one file.
        parent ??= Directory.ResolveLinkTarget(System.IO.Path.GetTempPath(), returnFinalTarget: true)?.FullName ?? System.IO.Path.GetTempPath();
        Path = Directory.CreateDirectory(System.IO.Path.Combine(parent, $"modelsdk-{Guid.NewGuid():N}"[..18] + suffix)).FullName;
    }

    /// <summary>Its full path.</summary>
    public string Path { get; }

    /// <inheritdoc />
    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}

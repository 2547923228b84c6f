namespace ModelSdk.Testing;

/// <summary>The packages of this working tree, packed once for a test run, and a package folder that belongs to the run alone.</summary>
public sealed class LocalFeed
{
    private static readonly Lazy<LocalFeed> SharedFeed = new(Create);

    // The caretaker removes it.
    private readonly string _folder = new TemporaryFolder().Path;

    private LocalFeed()
    {
    }

    /// <summary>The feed of this test run; it goes away with the process.</summary>
    public static LocalFeed Shared => SharedFeed.Value;

    /// <summary>A version that no other run has, so that no cache can hold it.</summary>
    public string Version { get; } = $"1.0.0-t{Guid.NewGuid():N}"[..16];

    /// <summary>The folder of the packages.</summary>
    public string Packages => Path.Combine(_folder, "feed");

    /// <summary>Where packages are unpacked.</summary>
    public string UnpackedPackages => Path.Combine(_folder, "packages");

    /// <summary>Where the projects of the tests are.</summary>
    public string Workspaces => Path.Combine(_folder, "work");

    /// <summary>What the commands of the tests find in their environment.</summary>
    public IReadOnlyDictionary<string, string?> Environment => new Dictionary<string, string?>
    {
        ["NUGET_PACKAGES"] = UnpackedPackages,
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        ["DOTNET_NOLOGO"] = "1",
        ["MSBUILDTERMINALLOGGER"] = "off",
        // Our own compiler server, so that the end of the run can end it.
        ["SharedCompilationId"] = Version,
        ["UseSharedCompilation"] = "true",
        // Inside `dotnet test`, these point builds to the wrong MSBuild or make them CI builds.
        ["CI"] = null,
        ["MSBuildSDKsPath"] = null,
        ["MSBuildExtensionsPath"] = null,
        ["MSBUILD_EXE_PATH"] = null,
        ["MSBuildLoadMicrosoftTargetsReadOnly"] = null,
    };

    /// <summary>Writes a nuget.config that knows this feed. What the machine has unpacked already is read, never written.</summary>
    public void WriteConfiguration(string directory)
    {
        string machine = System.Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        File.WriteAllText(Path.Combine(directory, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="modelsdk" value="{Packages}" />
              </packageSources>
              <fallbackPackageFolders>
                <add key="machine" value="{machine}" />
              </fallbackPackageFolders>
            </configuration>
            """);
    }

    private static LocalFeed Create()
    {
        LocalFeed feed = new();
        Caretaker.Start(feed._folder, feed.Version);
        Directory.CreateDirectory(feed.Workspaces);
        Directory.CreateDirectory(feed.UnpackedPackages);
        Dictionary<string, string?> environment = new(feed.Environment) { ["NUGET_PACKAGES"] = System.Environment.GetEnvironmentVariable("NUGET_PACKAGES") };
        using Command pack = Command.Start(
            "bash", [Path.Combine(Repository.Root, "build", "pack.sh"), "--version", feed.Version, "--output", feed.Packages], Repository.Root, environment);
        pack.WaitAsync().GetAwaiter().GetResult().EnsureSucceeded();
        return feed;
    }
}

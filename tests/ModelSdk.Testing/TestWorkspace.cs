namespace ModelSdk.Testing;

/// <summary>A folder with projects that build against the packed packages.</summary>
public sealed class TestWorkspace : IDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly Dictionary<string, string?> _environment;

    /// <summary>Creates an empty one, whose builds start the fake engine unless <paramref name="realEngine"/> is set.</summary>
    public TestWorkspace(string suffix = "", bool realEngine = false)
    {
        _folder = new TemporaryFolder(suffix, Feed.Workspaces);
        _environment = new Dictionary<string, string?>(Feed.Environment);
        Feed.WriteConfiguration(Path);

        // Ends the search for files of the machine's other work.
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        if (!realEngine)
        {
            _environment["_ModelEngineAssembly"] = typeof(TestWorkspace).Assembly.Location;
        }
    }

    /// <summary>The feed of the packages.</summary>
    public static LocalFeed Feed => LocalFeed.Shared;

    /// <summary>Its folder.</summary>
    public string Path => _folder.Path;

    /// <summary>Sets a variable for the commands that follow; null takes it away.</summary>
    public void Set(string variable, string? value) => _environment[variable] = value;

    /// <summary>The full path of <paramref name="path"/>.</summary>
    public string PathOf(string path) => System.IO.Path.Combine(Path, path);

    /// <summary>Writes a file; <c>@version@</c> stands for the version of the packages.</summary>
    public void Write(string path, string content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), content.Replace("@version@", Feed.Version, StringComparison.Ordinal));
    }

    /// <summary>The content of a file.</summary>
    public string Read(string path) => File.ReadAllText(PathOf(path));

    /// <summary>Whether there is such a file.</summary>
    public bool Has(string path) => File.Exists(PathOf(path)) || Directory.Exists(PathOf(path));

    /// <summary>Changes a part of a file.</summary>
    public void Replace(string path, string old, string replacement)
    {
        string content = Read(path);
        Write(path, content.Contains(old, StringComparison.Ordinal)
            ? content.Replace(old, replacement, StringComparison.Ordinal)
            : throw new ArgumentException($"'{old}' is not in {path}.", nameof(old)));
    }

    /// <summary>Starts a command.</summary>
    public Command Start(string file, params string[] arguments) => Command.Start(file, arguments, Path, _environment);

    /// <summary>Runs <c>dotnet</c> to its end.</summary>
    public async Task<CommandResult> RunAsync(params string[] arguments)
    {
        using Command command = Start("dotnet", arguments);
        return await command.WaitAsync();
    }

    /// <summary>Runs <c>dotnet build</c>, which must succeed.</summary>
    public async Task<CommandResult> BuildAsync(params string[] arguments) => (await RunAsync(["build", .. arguments])).EnsureSucceeded();

    /// <summary>Runs <c>dotnet build</c>, which must fail.</summary>
    public async Task<CommandResult> FailToBuildAsync(params string[] arguments) => (await RunAsync(["build", .. arguments])).EnsureFailed();

    /// <summary>The version that the build gave the model.</summary>
    public string ModelVersion(string project) => File.ReadLines(PathOf($"{project}/obj/model/version.txt")).First();

    /// <summary>What the fake engine was started for, a line each, since the project's first build.</summary>
    public string[] EngineStarts(string project) =>
        Has($"{project}/obj/fake-engine.log") ? File.ReadAllLines(PathOf($"{project}/obj/fake-engine.log")) : [];

    /// <inheritdoc />
    public void Dispose() => _folder.Dispose();
}

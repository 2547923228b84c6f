using System.Text.Json.Nodes;
using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Output;
using ModelSdk.Engine.Projects;
using ModelSdk.Engine.Stations;
using ModelSdk.Engine.Versions;
using ModelSdk.Store;

namespace ModelSdk.Tests.Engine.Stations;

/// <summary>A model project in a temporary folder, run through the stations as the build would.</summary>
internal sealed class StationProject : IDisposable
{
    private readonly JsonObject properties = [];
    private readonly JsonArray items = [];

    public StationProject(string? folder = null)
    {
        this.Folder = folder ?? Directory.CreateTempSubdirectory("modelsdk-stations-").FullName;
        this.Set("ModelName", "Fare");
        this.Set("ModelTask", "Regression");
        this.Set("ModelLabel", "fare");
        this.Set("ModelTrainer", "LinearRegression");
        this.Item("TrainingData", "data.csv");
        this.Write("data.csv", Rows(400));
    }

    public string Folder { get; }

    public RecordingOutput Output { get; private set; } = new();

    /// <summary>The optional packages, as the build names them.</summary>
    public JsonArray Plugins { get; } = [];

    /// <summary>The folders of NuGet packages.</summary>
    public string PackageFolders { get; set; } = "";

    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>The store; null for the one beside the project.</summary>
    public string? StoreFolder { get; set; }

    public ModelStore Store => new(this.StoreFolder ?? Path.Combine(this.Folder, ".models"));

    public Lineage Lineage => this.Store.Lineage("Fare");

    public VersionRecord Embedded => VersionRecord.Read(this.Text("version.json"));

    public string Artifact(string name) => Path.Combine(this.Folder, "obj", "model", name);

    public string Text(string name) => File.ReadAllText(this.Artifact(name));

    public string ModelDigest => this.Text("version.txt").Split('\n')[2];

    /// <summary>Rows of a noisy plane with a category; the noise is a fixed sequence.</summary>
    public static string Rows(int count, string lineEnd = "\n", int seed = 7)
    {
        IEnumerable<string> rows = Enumerable.Range(0, count).Select(row =>
        {
            int noise = (int)((((uint)row * 2654435761u) + (uint)(seed * 40503)) >> 7) % 100;
            string zone = "ABC"[row % 3].ToString();
            return FormattableString.Invariant($"{row % 37},{zone},{(2.5 * (row % 37)) + (10 * (row % 3)) + (noise / 4.0)}");
        });
        return string.Join(lineEnd, rows.Prepend("distance,zone,fare")) + lineEnd;
    }

    public void Write(string name, string text) => File.WriteAllText(Path.Combine(this.Folder, name), text);

    /// <summary>Sets a property; another task takes the simplest trainer that fits it.</summary>
    public void Set(string property, string value)
    {
        this.Put(property, value);
        if (property == "ModelTask" && value.EndsWith("Classification", StringComparison.Ordinal))
        {
            this.Put("ModelTrainer", "LogisticRegression");
        }
    }

    public void Item(string type, string include, params (string Name, string Value)[] metadata) => this.items.Add(new JsonObject
    {
        ["type"] = type,
        ["include"] = include,
        ["fullPath"] = type.EndsWith("Data", StringComparison.Ordinal) ? Path.Combine(this.Folder, include) : "",
        ["metadata"] = new JsonObject(metadata.Select(pair => KeyValuePair.Create(pair.Name, (JsonNode?)pair.Value))),
        ["file"] = Path.Combine(this.Folder, "Fare.csproj"),
        ["line"] = 20 + this.items.Count,
        ["column"] = 5,
    });

    public void RemoveItems(string type)
    {
        foreach (JsonNode? item in this.items.Where(item => (string?)item!["type"] == type).ToList())
        {
            this.items.Remove(item);
        }
    }

    public bool Run(params string[] stations)
    {
        this.Output = new RecordingOutput();
        return StationRunner.Run(stations.Length == 0 ? StationRunner.Names : stations, this.Options(), this.Output, CancellationToken.None);
    }

    /// <summary>Commits what the project builds; null where an error was reported.</summary>
    public CommitResult? Commit(string reason, params string[] parents)
    {
        this.Output = new RecordingOutput();
        return CommitStation.Run(this.Options(), new CommitRequest(reason) { Parents = parents, Clock = this.Clock }, this.Output, CancellationToken.None);
    }

    public LineageChange Change() => new(this.Store, "Fare", "Ada", this.Clock, new StationLog("test", DiagnosticPolicy.None, this.Output));

    public void Promote(string version, string environment) => this.Change().Promote(version, environment, "", (_, _) => { });

    /// <summary>The project as the build would describe it now.</summary>
    public ProjectOptions Options()
    {
        Directory.CreateDirectory(Path.Combine(this.Folder, "obj", "model"));
        string path = this.Artifact("options.json");
        File.WriteAllText(path, new JsonObject
        {
            ["format"] = 1,
            ["sdkVersion"] = "1.0.0",
            ["project"] = Path.Combine(this.Folder, "Fare.csproj"),
            ["projectDirectory"] = this.Folder + Path.DirectorySeparatorChar,
            ["outputDirectory"] = Path.Combine(this.Folder, "obj", "model") + Path.DirectorySeparatorChar,
            ["store"] = this.Store.Root,
            ["contract"] = Path.Combine(this.Folder, "Fare.schema.json"),
            ["properties"] = this.properties.DeepClone(),
            ["items"] = this.items.DeepClone(),
            ["declarations"] = new JsonArray(),
            ["plugins"] = this.Plugins.DeepClone(),
            ["packageFolders"] = this.PackageFolders,
        }.ToJsonString());
        return ProjectOptions.Read(path);
    }

    public void Dispose() => Directory.Delete(this.Folder, recursive: true);

    private void Put(string property, string value) => this.properties[property] = new JsonObject
    {
        ["value"] = value,
        ["file"] = Path.Combine(this.Folder, "Fare.csproj"),
        ["line"] = this.properties.Count + 3,
        ["column"] = 5,
    };
}

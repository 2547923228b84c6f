using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using ModelSdk.Engine.Projects;
using ModelSdk.Engine.Stations;

namespace ModelSdk.Benchmarks.Training;

/// <summary>What a build does with a file, in this new process: data, training, evaluation, gate, version. The contract is there, as in every build but the first.</summary>
internal static class JobSpeed
{
    private static readonly string[] Features = [.. Enumerable.Range(0, 20).Select(index => string.Create(CultureInfo.InvariantCulture, $"n{index:00}"))];
    private static readonly string[] Categories = ["c5", "c20", "c100", "c1000", "c2"];

    /// <summary>Runs the stations once.</summary>
    /// <param name="path">A file of the generator, in a folder that may be written to.</param>
    /// <param name="trainer">The trainer.</param>
    /// <param name="optimizer">The optimiser.</param>
    /// <param name="output">Gets one line.</param>
    public static void Run(string path, string trainer, string optimizer, TextWriter output)
    {
        string folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, "job")).FullName;
        Directory.CreateDirectory(Path.Combine(folder, "obj", "model"));
        File.WriteAllText(Path.Combine(folder, "Speed.schema.json"), Contract().ToJsonString());
        long start = Stopwatch.GetTimestamp();
        bool succeeded = StationRunner.Run(StationRunner.Names, Options(folder, Path.GetFullPath(path), trainer, optimizer), new ErrorOutput(), CancellationToken.None);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        double rmse = succeeded ? Rmse(folder) : double.NaN;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ModelSdk {trainer} ({optimizer}): {seconds:F2} s, RMSE {rmse:F4}, peak {PeakMemory.Mebibytes:F0} MiB"));
        Directory.Delete(folder, recursive: true);
    }

    private static double Rmse(string folder) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "obj", "model", "evaluation.json")))!["metrics"]!["Rmse"]!["value"]!.GetValue<double>();

    private static JsonObject Contract() => new()
    {
        ["format"] = 1,
        ["task"] = "Regression",
        ["columns"] = new JsonArray(
        [
            .. Features.Select(name => Column(name, "feature", "numeric", nullable: true)),
            .. Categories.Select(name => Column(name, "feature", "categorical", nullable: false)),
            Column("y", "label", "numeric", nullable: false),
            Column("churn", "ignore", "text", nullable: false),
        ]),
    };

    private static JsonObject Column(string name, string role, string kind, bool nullable)
    {
        JsonObject column = new() { ["name"] = name, ["property"] = char.ToUpperInvariant(name[0]) + name[1..], ["role"] = role, ["kind"] = kind };
        if (nullable)
        {
            column["nullable"] = true;
        }

        return column;
    }

    private static ProjectOptions Options(string folder, string data, string trainer, string optimizer)
    {
        string project = Path.Combine(folder, "Speed.csproj");
        (string Name, string Value)[] properties =
            [("ModelName", "Speed"), ("ModelTask", "Regression"), ("ModelLabel", "y"), ("ModelTrainer", trainer), ("ModelOptimizer", optimizer), ("ModelTrain", "Always")];
        string path = Path.Combine(folder, "obj", "model", "options.json");
        File.WriteAllText(path, new JsonObject
        {
            ["format"] = 1,
            ["sdkVersion"] = "1.0.0",
            ["project"] = project,
            ["projectDirectory"] = folder + Path.DirectorySeparatorChar,
            ["outputDirectory"] = Path.Combine(folder, "obj", "model") + Path.DirectorySeparatorChar,
            ["store"] = Path.Combine(folder, ".models"),
            ["contract"] = Path.Combine(folder, "Speed.schema.json"),
            ["properties"] = new JsonObject(properties.Select(property => KeyValuePair.Create(property.Name, (JsonNode?)Placed(project, "value", property.Value)))),
            ["items"] = new JsonArray(DataItem(project, data)),
            ["declarations"] = new JsonArray(),
        }.ToJsonString());
        return ProjectOptions.Read(path);
    }

    private static JsonObject DataItem(string project, string data)
    {
        JsonObject item = Placed(project, "include", Path.GetFileName(data));
        item["type"] = "TrainingData";
        item["fullPath"] = data;
        return item;
    }

    private static JsonObject Placed(string project, string name, string value) =>
        new() { [name] = value, ["file"] = project, ["line"] = 1, ["column"] = 1 };
}

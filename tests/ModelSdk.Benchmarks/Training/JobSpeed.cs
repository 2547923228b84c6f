using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using ModelSdk.Engine.Projects;
using ModelSdk.Engine.Stations;

namespace ModelSdk.Benchmarks.Training;

/// <summary>What a build does with a file, in this new process: data, training, evaluation, gate, version. The contract is there, as in every build but the first.</summary>
internal static class JobSpeed
{
    /// <summary>Runs the stations once.</summary>
    /// <param name="path">A file of the generator, in a folder that may be written to.</param>
    /// <param name="trainer">The trainer.</param>
    /// <param name="optimizer">The optimiser.</param>
    /// <param name="memoryLimit">The value of <c>ModelMemoryLimit</c>; empty for none.</param>
    /// <param name="output">Gets one line, where the job succeeds.</param>
    /// <returns>Whether it does.</returns>
    public static bool Run(string path, string trainer, string optimizer, string memoryLimit, TextWriter output)
    {
        string folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, "job")).FullName;
        Directory.CreateDirectory(Path.Combine(folder, "obj", "model"));
        File.WriteAllText(Path.Combine(folder, "Speed.schema.json"), GeneratedContract.OfRegression);
        (string, string)[] properties =
        [
            ("ModelName", "Speed"), ("ModelTask", "Regression"), ("ModelLabel", "y"), ("ModelTrainer", trainer), ("ModelOptimizer", optimizer), ("ModelTrain", "Always"),
            ("ModelMemoryLimit", memoryLimit),
        ];
        long start = Stopwatch.GetTimestamp();
        bool succeeded = StationRunner.Run(StationRunner.Names, Options(folder, Path.GetFullPath(path), properties), new ErrorOutput(), CancellationToken.None);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        if (succeeded)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ModelSdk seconds={seconds:F2} peak_MiB={PeakMemory.Mebibytes:F0} RMSE={Rmse(folder):F4}"));
        }

        Directory.Delete(folder, recursive: true);
        return succeeded;
    }

    private static double Rmse(string folder) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "obj", "model", "evaluation.json")))!["metrics"]!["Rmse"]!["value"]!.GetValue<double>();

    private static ProjectOptions Options(string folder, string data, (string Name, string Value)[] properties)
    {
        string project = Path.Combine(folder, "Speed.csproj");
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

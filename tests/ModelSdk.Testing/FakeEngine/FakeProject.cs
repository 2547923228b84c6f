using System.Globalization;
using System.Text.Json;

namespace ModelSdk.Testing.FakeEngine;

/// <summary>What the fake engine reads of options.json.</summary>
internal sealed class FakeProject
{
    private readonly JsonElement _options;

    private FakeProject(JsonElement options) => _options = options;

    public string Name => Property("ModelName");

    public string Contract => _options.GetProperty("contract").GetString()!;

    public string OutputDirectory => _options.GetProperty("outputDirectory").GetString()!;

    /// <summary>Data and hyperparameters: what a model depends on.</summary>
    public string Recipe => string.Concat(
        Items("TrainingData").Select(item => File.ReadAllText(item.GetProperty("fullPath").GetString()!))
            .Concat(Items("Hyperparameter").Select(item => item.GetProperty("include").GetString() + item.GetProperty("metadata"))));

    public static FakeProject Read(string path) => new(JsonDocument.Parse(File.ReadAllBytes(path)).RootElement);

    public IEnumerable<JsonElement> Items(string type) =>
        _options.GetProperty("items").EnumerateArray().Where(item => item.GetProperty("type").GetString() == type);

    /// <summary>A gate breaks when its bound is 1 or more: no model is that good.</summary>
    public bool Breaks(string station) => station == "gate" && Items("MetricGate")
        .Any(gate => gate.GetProperty("metadata").TryGetProperty("Min", out JsonElement bound)
            && double.Parse(bound.GetString()!, CultureInfo.InvariantCulture) >= 1);

    public (string File, int Line, int Column) Place(string station)
    {
        JsonElement place = Items(station == "gate" ? "MetricGate" : "TrainingData").FirstOrDefault();
        return place.ValueKind == JsonValueKind.Undefined
            ? ("", 0, 0)
            : (place.GetProperty("file").GetString()!, place.GetProperty("line").GetInt32(), place.GetProperty("column").GetInt32());
    }

    public void CountStart(string stations) => Note(stations);

    /// <summary>Adds a line to the diary beside obj/model, which outlives a clean.</summary>
    public void Note(string text)
    {
        Directory.CreateDirectory(OutputDirectory);
        using FileStream diary = OpenExclusive(Path.Combine(OutputDirectory, "..", "fake-engine.log"), FileMode.Append);
        using StreamWriter writer = new(diary);
        writer.WriteLine(text);
    }

    public FileStream WaitForTurn() => OpenExclusive(Path.Combine(OutputDirectory, "..", "model.lock"), FileMode.OpenOrCreate);

    private static FileStream OpenExclusive(string path, FileMode mode)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, mode, FileAccess.Write, FileShare.None);
            }
            catch (IOException)
            {
                Thread.Yield();
            }
        }
    }

    private string Property(string name) => _options.GetProperty("properties").GetProperty(name).GetProperty("value").GetString()!;
}

using System.Text;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Digests;
using ModelSdk.Contracts.Json;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Output;
using ModelSdk.Store.Files;

namespace ModelSdk.Engine.Stations;

/// <summary>
/// What a station leaves when it succeeded: the key of its inputs, the digests of its outputs, and its warnings. A later run with the same key and
/// untouched outputs has nothing to do but to repeat the warnings.
/// </summary>
/// <param name="Key">A digest of everything that the station read.</param>
/// <param name="Outputs">File names with their SHA-256.</param>
/// <param name="Warnings">What it warned of.</param>
internal sealed record StationStamp(string Key, IReadOnlyList<KeyValuePair<string, string>> Outputs, IReadOnlyList<ReportedDiagnostic> Warnings)
{
    public static StationStamp Of(string key, IEnumerable<string> outputs, IReadOnlyList<ReportedDiagnostic> warnings) =>
        new(key, [.. outputs.Select(path => new KeyValuePair<string, string>(Path.GetFileName(path), Digest(path)))], warnings);

    /// <summary>The stamp in a file; null where there is none or it cannot be understood, which means that the station has to run.</summary>
    public static StationStamp? Read(string path)
    {
        try
        {
            JsonValue root = JsonReader.Parse(File.ReadAllText(path));
            return new StationStamp(
                root["key"]!.Text,
                [.. root["outputs"]!.Members.Select(member => new KeyValuePair<string, string>(member.Key, member.Value.Text))],
                [.. root["warnings"]!.Items.Select(ReadWarning)]);
        }
        catch (Exception exception) when (exception is IOException or JsonFormatException or NullReferenceException)
        {
            return null;
        }
    }

    /// <summary>Whether the key is the same and every output is as the station left it. A project that was renamed has outputs of other names.</summary>
    public bool IsCurrent(string key, IEnumerable<string> outputs, string directory) =>
        this.Key == key
        && this.Outputs.Select(output => output.Key).SequenceEqual(outputs.Select(output => Path.GetFileName(output)!))
        && this.ChangedOutput(directory) is null;

    /// <summary>The first output that is missing or differs from what the station wrote; null where all are untouched.</summary>
    public string? ChangedOutput(string directory) =>
        this.Outputs.FirstOrDefault(output => Digest(Path.Combine(directory, output.Key)) != output.Value).Key;

    public void Write(string path) => AtomicFile.Replace(path, Encoding.UTF8.GetBytes(JsonText.Indented(new JsonObjectBuilder
    {
        { "key", this.Key },
        { "outputs", JsonValue.Of(this.Outputs.Select(output => new KeyValuePair<string, JsonValue>(output.Key, JsonValue.Of(output.Value)))) },
        { "warnings", JsonValue.Of(this.Warnings.Select(WriteWarning)) },
    }.Build())));

    private static string Digest(string path) => File.Exists(path) ? Sha256Digest.Of(File.ReadAllBytes(path)) : "";

    private static JsonValue WriteWarning(ReportedDiagnostic warning) => new JsonObjectBuilder
    {
        { "code", warning.Code },
        { "text", warning.Text },
        { "file", warning.Location.File },
        { "line", warning.Location.Line },
        { "column", warning.Location.Column },
    }.Build();

    private static ReportedDiagnostic ReadWarning(JsonValue value) => new(
        value["code"]!.Text,
        DiagnosticSeverity.Warning,
        value["text"]!.Text,
        new SourceLocation(value["file"]!.Text, (int)value["line"]!.Number, (int)value["column"]!.Number));
}

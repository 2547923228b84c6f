using System.Text.Json;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Projects;

/// <summary>What the build tells the engine about a project; docs/engine-protocol.md describes the file.</summary>
public sealed record ProjectOptions
{
    /// <summary>The version of the file's format.</summary>
    public const int CurrentFormat = 1;

    private Dictionary<string, ProjectProperty> properties;

    private ProjectOptions(JsonElement root)
    {
        this.SdkVersion = Text(root, "sdkVersion");
        this.ProjectFile = Text(root, "project");
        this.ProjectDirectory = Text(root, "projectDirectory");
        this.OutputDirectory = Text(root, "outputDirectory");
        this.ContractFile = Text(root, "contract");
        this.Store = Text(root, "store") is { Length: > 0 } store ? store : Path.Combine(this.ProjectDirectory, ".models");
        this.properties = root.GetProperty("properties").EnumerateObject()
            .ToDictionary(property => property.Name, property => new ProjectProperty(property.Name, Text(property.Value, "value").Trim(), Place(property.Value)));
        this.Items = [.. Elements(root, "items").Select(Item)];
        this.Declarations = [.. Elements(root, "declarations").Select(Item)];
        this.Plugins = [.. Elements(root, "plugins").Select(this.Plugin)];
        this.PackageFolders = [.. Text(root, "packageFolders").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }

    /// <summary>The version of the SDK package that started the engine.</summary>
    public string SdkVersion { get; }

    /// <summary>The project file's full path.</summary>
    public string ProjectFile { get; }

    /// <summary>The project file's folder.</summary>
    public string ProjectDirectory { get; }

    /// <summary>Where artifacts go: <c>obj/model</c>.</summary>
    public string OutputDirectory { get; init; }

    /// <summary>The contract's full path; the file may not exist yet.</summary>
    public string ContractFile { get; }

    /// <summary>The folder of the model's versions; it need not exist.</summary>
    public string Store { get; init; }

    /// <summary>Data files, hyperparameters, gates and waivers, in evaluation order.</summary>
    public IReadOnlyList<ProjectItem> Items { get; init; }

    /// <summary>The data items as they are written in the project, patterns included.</summary>
    public IReadOnlyList<ProjectItem> Declarations { get; }

    /// <summary>The optional packages that the project asks for.</summary>
    public IReadOnlyList<ProjectPlugin> Plugins { get; init; }

    /// <summary>The folders that NuGet restores packages to.</summary>
    public IReadOnlyList<string> PackageFolders { get; init; }

    /// <summary>Reads the options file.</summary>
    /// <param name="path">Its path.</param>
    /// <exception cref="InvalidDataException">The file is not an options file of this version.</exception>
    public static ProjectOptions Read(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            int format = document.RootElement.GetProperty("format").GetInt32();
            return format == CurrentFormat
                ? new ProjectOptions(document.RootElement)
                : throw new InvalidDataException($"{path} has format {format}; this engine reads format {CurrentFormat}.");
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{path} is not an options file: {exception.Message}", exception);
        }
    }

    /// <summary>A property; one that the build did not mention is empty and located at the project file.</summary>
    /// <param name="name">The property's name.</param>
    public ProjectProperty Property(string name) =>
        this.properties.TryGetValue(name, out ProjectProperty? property) ? property : new ProjectProperty(name, "", new SourceLocation(this.ProjectFile));

    /// <summary>The same project with other values of some properties, at their places.</summary>
    /// <param name="values">The values by name.</param>
    public ProjectOptions With(IEnumerable<KeyValuePair<string, string>> values)
    {
        Dictionary<string, ProjectProperty> changed = new(this.properties);
        foreach ((string name, string value) in values)
        {
            changed[name] = this.Property(name) with { Value = value };
        }

        ProjectOptions copy = this with { };
        copy.properties = changed;
        return copy;
    }

    /// <summary>The items of a type.</summary>
    /// <param name="type">The item type.</param>
    public IReadOnlyList<ProjectItem> ItemsOf(string type) => [.. this.Items.Where(item => item.Type == type)];

    /// <summary>A path as messages and records name it: relative to the project where it lies below it, forward slashes.</summary>
    /// <param name="path">A full path.</param>
    public string Display(string path) => Path.GetRelativePath(this.ProjectDirectory, path).Replace('\\', '/');

    private static ProjectItem Item(JsonElement element)
    {
        Dictionary<string, string> metadata = new(StringComparer.OrdinalIgnoreCase);
        if (element.TryGetProperty("metadata", out JsonElement pairs))
        {
            foreach (JsonProperty pair in pairs.EnumerateObject())
            {
                metadata[pair.Name] = pair.Value.GetString() ?? "";
            }
        }

        return new ProjectItem(Text(element, "type"), Text(element, "include"), metadata, Place(element)) { FullPath = Text(element, "fullPath") };
    }

    private ProjectPlugin Plugin(JsonElement element) =>
        new(Text(element, "assembly"), Text(element, "package"), Text(element, "version"), new SourceLocation(this.ProjectFile));

    private static IEnumerable<JsonElement> Elements(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement array) ? array.EnumerateArray() : [];

    private static SourceLocation Place(JsonElement element) => new(Text(element, "file"), Number(element, "line"), Number(element, "column"));

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement value) ? value.GetString() ?? "" : "";

    private static int Number(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement value) ? value.GetInt32() : 0;
}

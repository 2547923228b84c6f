using Microsoft.Build.Framework;

namespace ModelSdk.Tasks.Options;

/// <summary>The content of options.json, see docs/engine-protocol.md.</summary>
internal static class ModelOptionsJson
{
    public static byte[] Write(WriteModelOptions task, ProjectSources sources)
    {
        using JsonObjectWriter json = new();
        json.Number("format", 1);
        json.Text("sdkVersion", task.SdkVersion);
        json.Text("project", task.ProjectFile);
        json.Text("projectDirectory", WithSeparator(Path.GetDirectoryName(task.ProjectFile)!));
        json.Text("outputDirectory", WithSeparator(task.OutputDirectory));
        json.Text("contract", task.Contract);
        json.Text("store", task.Store);
        json.Text("lineage", task.Lineage);
        json.Object("properties", () => WriteProperties(json, task.ModelProperties, sources));
        json.Array("items", Items(task, sources), item => json.Element(() => WriteItem(json, item.Type, item.Item, sources)));
        json.Array("declarations", ModelDeclarations.Data(sources), declaration => json.Element(() =>
        {
            json.Text("type", declaration.Type);
            json.Text("include", declaration.Include);
            json.Place(declaration.Place);
        }));
        json.Array("plugins", task.Plugins, plugin => json.Element(() =>
        {
            json.Text("assembly", plugin.GetMetadata("FullPath"));
            json.Text("package", plugin.GetMetadata("Package"));
            json.Text("version", plugin.GetMetadata("PackageVersion"));
        }));
        json.Text("packageFolders", task.PackageFolders);
        return json.ToBytes();
    }

    private static void WriteProperties(JsonObjectWriter json, ITaskItem[] properties, ProjectSources sources)
    {
        foreach (ITaskItem property in properties)
        {
            string value = property.GetMetadata("Value");
            if (value.Length == 0)
            {
                continue;
            }

            json.Object(property.ItemSpec, () =>
            {
                json.Text("value", value);
                json.Place(sources.PlaceOfProperty(property.ItemSpec, value));
            });
        }
    }

    private static IEnumerable<(string Type, ITaskItem Item)> Items(WriteModelOptions task, ProjectSources sources) =>
        task.TrainingData.Select(item => ("TrainingData", item))
            .Concat(task.TestData.Select(item => ("TestData", item)))
            .Concat(task.Hyperparameters.Select(item => ("Hyperparameter", item)))
            .Concat(EveryFeature.Restore(task.ModelFeatures, sources).Select(item => (EveryFeature.Type, item)))
            .Concat(task.ModelInteractions.Select(item => ("ModelInteraction", item)))
            .Concat(task.MetricGates.Select(item => ("MetricGate", item)))
            .Concat(task.GateWaivers.Select(item => ("GateWaiver", item)));

    private static void WriteItem(JsonObjectWriter json, string type, ITaskItem item, ProjectSources sources)
    {
        bool isFile = type is "TrainingData" or "TestData";
        json.Text("type", type);
        json.Text("include", item.ItemSpec);
        json.Text("fullPath", isFile ? item.GetMetadata("FullPath") : "");
        if (isFile && !File.Exists(item.GetMetadata("FullPath")))
        {
            // Another options file than with the data, so that the stations look again when it comes or goes.
            json.Text("state", "missing");
        }

        json.Object("metadata", () =>
        {
            foreach (string name in item.CloneCustomMetadata().Keys.Cast<string>().OrderBy(name => name, StringComparer.Ordinal))
            {
                json.Text(name, item.GetMetadata(name));
            }
        });
        json.Place(sources.PlaceOfItem(type, item));
    }

    private static string WithSeparator(string directory) =>
        directory.TrimEnd('/', '\\') + Path.DirectorySeparatorChar;
}

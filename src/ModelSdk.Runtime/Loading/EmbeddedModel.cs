using ModelSdk.Contracts.Digests;
using ModelSdk.Contracts.Versions;

namespace ModelSdk.Runtime.Loading;

/// <summary>Loads the model and the version record that a build embedded in an assembly.</summary>
internal static class EmbeddedModel
{
    /// <summary>Loads and checks both.</summary>
    /// <param name="open">Opens a resource; null where there is none.</param>
    /// <param name="assembly">The assembly's name, for messages.</param>
    /// <param name="name">The model's name.</param>
    /// <param name="contract">The semantic part of the generated class's contract.</param>
    public static LoadedModel Load(Func<string, Stream?> open, string assembly, string name, string contract)
    {
        byte[] bytes = ReadResource(open, assembly, name, $"ModelSdk/{name}.safetensors");
        VersionRecord record = ReadRecord(ReadResource(open, assembly, name, $"ModelSdk/{name}.version.json"), name);
        string digest = Sha256Digest.Of(bytes);
        if (record.ModelDigest != digest)
        {
            throw new ModelLoadException(
                $"The model {name} in {assembly} was altered or cut short: its SHA-256 is {digest}, its version record {record.Version} names "
                + $"{record.ModelDigest}. Rebuild the model project.");
        }

        PredictionModel model = LoadedModel.Read(bytes, name, contract);
        return new LoadedModel(model, new ModelInfo(record.Name, model.Task, digest)
        {
            Version = record.Version,
            VersionId = record.Id,
            DataDigest = record.DataDigest,
            RecipeDigest = record.RecipeDigest,
            Trainer = record.Trainer.Length > 0 ? record.Trainer : model.Trainer,
            SdkVersion = record.SdkVersion,
            Metrics = record.Metrics.ToDictionary(metric => metric.Key, metric => metric.Value, StringComparer.Ordinal),
        });
    }

    private static byte[] ReadResource(Func<string, Stream?> open, string assembly, string name, string resource)
    {
        using Stream stream = open(resource) ?? throw new ModelLoadException(
            $"{assembly} holds no model {name}: the resource \"{resource}\" is missing. Build the model project with \"dotnet build\", which trains the "
            + "model and embeds it.");
        using MemoryStream buffer = new();
        stream.CopyTo(buffer);
        return buffer.ToArray();
    }

    private static VersionRecord ReadRecord(byte[] bytes, string name)
    {
        try
        {
            return VersionRecord.Read(System.Text.Encoding.UTF8.GetString(bytes));
        }
        catch (FormatException exception)
        {
            throw new ModelLoadException($"The version record of the model {name} is damaged: {exception.Message.TrimEnd('.')}. Rebuild the model project.", exception);
        }
    }
}

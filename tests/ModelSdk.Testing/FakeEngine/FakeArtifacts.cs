using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ModelSdk.Testing.FakeEngine;

/// <summary>The files that each station leaves, with contents that follow from the recipe.</summary>
internal static class FakeArtifacts
{
    public static void Write(string station, FakeProject project)
    {
        string digest = Digest(project.Recipe);
        foreach ((string name, string content) in Files(station, project, digest))
        {
            Replace(Path.Combine(project.OutputDirectory, name), content);
        }

        if (station == "train" && !File.Exists(project.Contract))
        {
            File.WriteAllText(project.Contract, ModelProject.Contract);
        }

        File.WriteAllText(Path.Combine(project.OutputDirectory, station + ".stamp"), "");
    }

    public static void Verify(string requestPath)
    {
        JsonElement request = JsonDocument.Parse(File.ReadAllBytes(requestPath)).RootElement;
        string assembly = request.GetProperty("assembly").GetString()!;
        foreach (string path in request.GetProperty("references").EnumerateArray().Select(path => path.GetString()!).Append(assembly))
        {
            if (!File.Exists(path))
            {
                throw new FileNotFoundException($"{path} is in the request and does not exist.");
            }
        }

        File.WriteAllText(request.GetProperty("stamp").GetString()!, "");
    }

    private static IEnumerable<(string Name, string Content)> Files(string station, FakeProject project, string digest) => station switch
    {
        "train" => [(project.Name + ".safetensors", "fake model " + digest), ("training.json", digest)],
        "evaluate" => [("evaluation.json", digest), ("baselines.json", digest), ("verification.json", digest)],
        "gate" => [("gate.json", string.Concat(project.Items("MetricGate").Select(gate => gate.GetProperty("metadata").ToString())))],
        _ => [("version.json", digest), ("version.txt", $"0.1.0-dev.g{digest[..8]}\n0.1.0\n{digest}\n")],
    };

    private static void Replace(string path, string content)
    {
        if (!File.Exists(path) || File.ReadAllText(path) != content)
        {
            File.WriteAllText(path, content);
        }
    }

    private static string Digest(string recipe) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(recipe)));
}

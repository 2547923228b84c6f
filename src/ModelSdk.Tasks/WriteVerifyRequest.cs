using Microsoft.Build.Framework;
using ModelSdk.Tasks.Options;

namespace ModelSdk.Tasks;

/// <summary>Writes the request for <c>verify-predictor</c>: the compiled assembly and what it may load.</summary>
public sealed class WriteVerifyRequest : Microsoft.Build.Utilities.Task
{
    /// <summary>The file to write; it is replaced only when its content differs.</summary>
    [Required]
    public string RequestPath { get; set; } = "";

    /// <summary>The compiled assembly, before it is copied to the output folder.</summary>
    [Required]
    public string Assembly { get; set; } = "";

    /// <summary>The files that the project's output would bring along; those that are no assemblies are left out.</summary>
    public ITaskItem[] References { get; set; } = [];

    /// <summary>The stamp that the engine writes when the predictions are equal.</summary>
    [Required]
    public string Stamp { get; set; } = "";

    /// <summary>The assemblies among <see cref="References"/>, each once.</summary>
    [Output]
    public string[] Assemblies { get; private set; } = [];

    /// <inheritdoc />
    public override bool Execute()
    {
        Assemblies = Select(References);
        InputKey key = new();
        key.Add(Assembly);
        key.Add(Stamp);
        key.Add(string.Join("\n", Assemblies));
        if (!key.IsKeyOf(RequestPath))
        {
            Write();
            key.Remember(RequestPath);
        }

        return true;
    }

    private static string[] Select(ITaskItem[] references)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<string> assemblies = [];
        foreach (ITaskItem reference in references)
        {
            string path = reference.GetMetadata("FullPath");
            bool isAssembly = path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) && !path.EndsWith(".resources.dll", StringComparison.OrdinalIgnoreCase);
            if (isAssembly && seen.Add(path))
            {
                assemblies.Add(path);
            }
        }

        return [.. assemblies];
    }

    private void Write()
    {
        using JsonObjectWriter json = new();
        json.Number("format", 1);
        json.Text("assembly", Assembly);
        json.Array("references", Assemblies, json.TextElement);
        json.Text("stamp", Stamp);
        OptionsFile.ReplaceWhenDifferent(RequestPath, json.ToBytes());
    }
}

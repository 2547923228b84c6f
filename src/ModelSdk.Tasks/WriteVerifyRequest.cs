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
        Assemblies = [.. References.Select(reference => reference.GetMetadata("FullPath"))
            .Where(path => path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            .Where(path => !path.EndsWith(".resources.dll", StringComparison.OrdinalIgnoreCase))
            .Distinct(StringComparer.Ordinal)];
        using JsonObjectWriter json = new();
        json.Number("format", 1);
        json.Text("assembly", Assembly);
        json.Array("references", Assemblies, json.TextElement);
        json.Text("stamp", Stamp);
        OptionsFile.ReplaceWhenDifferent(RequestPath, json.ToBytes());
        return true;
    }
}

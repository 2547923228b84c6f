using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;
using ModelSdk.Contracts.Schema;
using ModelSdk.Runtime;

namespace ModelSdk.Generator.Tests;

/// <summary>A generated class, compiled with its model embedded, and loaded.</summary>
internal sealed class CompiledModel
{
    private readonly string name;

    public CompiledModel(ModelContract contract, string name, byte[] embedded, byte[] record, params string[] sources)
    {
        this.name = name;
        ResourceDescription[] resources =
        [
            new($"ModelSdk/{name}.safetensors", () => new MemoryStream(embedded), isPublic: true),
            new($"ModelSdk/{name}.version.json", () => new MemoryStream(record), isPublic: true),
        ];
        using MemoryStream stream = new();
        EmitResult result = GeneratorRun.Generate(contract, name, "Acme", sources).Emit(stream, manifestResources: resources);
        Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        stream.Position = 0;
        this.Assembly = new AssemblyLoadContext(name, isCollectible: true).LoadFromStream(stream);
    }

    public Assembly Assembly { get; }

    /// <summary>Calls the entry that the build finds through the assembly's attribute.</summary>
    public double[] Verify(Array[] columns, int rows)
    {
        ModelVerificationAttribute attribute = Assert.Single(this.Assembly.GetCustomAttributes<ModelVerificationAttribute>());
        Assert.Equal(this.name, attribute.ModelName);
        MethodInfo score = attribute.EntryType.GetMethod("Score", BindingFlags.Static | BindingFlags.Public, [typeof(Array[]), typeof(int)])!;
        return (double[])Invoke(score, [columns, rows])!;
    }

    /// <summary>Calls a static method of the assembly.</summary>
    public object? Call(string type, string method, params object?[] arguments) =>
        Invoke(this.Assembly.GetType("Acme." + type)!.GetMethods().Single(candidate => candidate.Name == method && Fits(candidate, arguments)), arguments);

    private static bool Fits(MethodInfo method, object?[] arguments) =>
        method.GetParameters() is var parameters && parameters.Length == arguments.Length && parameters.Zip(arguments).All(pair => pair.First.ParameterType.IsInstanceOfType(pair.Second));

    private static object? Invoke(MethodInfo method, object?[] arguments)
    {
        try
        {
            return method.Invoke(null, arguments);
        }
        catch (TargetInvocationException exception)
        {
            throw exception.InnerException!;
        }
    }
}

using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using ModelSdk.Engine.Data;

namespace ModelSdk.Tests.Plugins;

/// <summary>Assemblies that are no good extensions of the engine, in a folder that lives as long as the test.</summary>
internal sealed class EmittedAssembly : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modelsdk-plugin-");

    public string Path => System.IO.Path.Combine(this.folder.FullName, "Extension.dll");

    /// <summary>Saves an assembly with one class that implements <see cref="IRecordSource"/>, its constructor as given.</summary>
    public string Save(Action<TypeBuilder> constructor)
    {
        PersistedAssemblyBuilder assembly = new(new AssemblyName("Extension"), typeof(object).Assembly);
        TypeBuilder type = assembly.DefineDynamicModule("Extension").DefineType("Own.Source", TypeAttributes.Public | TypeAttributes.Class, typeof(object), [typeof(IRecordSource)]);
        constructor(type);
        foreach (MethodInfo method in typeof(IRecordSource).GetMethods())
        {
            Type[] parameters = [.. method.GetParameters().Select(parameter => parameter.ParameterType)];
            MethodBuilder body = type.DefineMethod(method.Name, MethodAttributes.Public | MethodAttributes.Virtual, method.ReturnType, parameters);
            body.GetILGenerator().ThrowException(typeof(NotSupportedException));
            type.DefineMethodOverride(body, method);
        }

        type.CreateType();
        assembly.Save(this.Path);
        return this.Path;
    }

    /// <summary>Saves an assembly with an empty class.</summary>
    public string SaveEmpty()
    {
        PersistedAssemblyBuilder assembly = new(new AssemblyName("Extension"), typeof(object).Assembly);
        assembly.DefineDynamicModule("Extension").DefineType("Own.Nothing", TypeAttributes.Public | TypeAttributes.Class).CreateType();
        assembly.Save(this.Path);
        return this.Path;
    }

    /// <summary>Lets the saved assembly ask for another major version of the abstractions.</summary>
    public void AskForVersion(ushort major)
    {
        byte[] bytes = File.ReadAllBytes(this.Path);
        using (PEReader file = new(new MemoryStream(bytes)))
        {
            MetadataReader metadata = file.GetMetadataReader();
            int row = metadata.AssemblyReferences.Index().First(pair => metadata.GetString(metadata.GetAssemblyReference(pair.Item).Name) == "ModelSdk.Engine.Abstractions").Index;
            int place = file.PEHeaders.MetadataStartOffset + metadata.GetTableMetadataOffset(TableIndex.AssemblyRef) + (row * metadata.GetTableRowSize(TableIndex.AssemblyRef));
            BitConverter.TryWriteBytes(bytes.AsSpan(place), major);
        }

        File.WriteAllBytes(this.Path, bytes);
    }

    public void Dispose()
    {
        try
        {
            this.folder.Delete(recursive: true);
        }
        catch (UnauthorizedAccessException)
        {
            // Windows keeps a loaded assembly until the process ends.
        }
    }
}

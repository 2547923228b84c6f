using System.Reflection;
using System.Reflection.Emit;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Plugins;
using ModelSdk.Engine.Projects;
using ModelSdk.Tests.DuckDb;

namespace ModelSdk.Tests.Plugins;

public sealed class EnginePluginTests : IDisposable
{
    private readonly EmittedAssembly assembly = new();

    public void Dispose() => this.assembly.Dispose();

    [Fact]
    public void A_missing_file_is_named() =>
        this.Refuses("the file does not exist");

    [Fact]
    public void What_is_no_assembly_is_refused()
    {
        File.WriteAllText(this.assembly.Path, "no assembly");
        this.Refuses("Extension.dll");
    }

    [Fact]
    public void An_assembly_without_a_trainer_is_refused()
    {
        this.assembly.SaveEmpty();
        this.Refuses("no public class that implements ITrainer");
    }

    [Fact]
    public void A_class_without_a_constructor_for_us_is_named()
    {
        this.assembly.Save(type => type.DefineConstructor(MethodAttributes.Public, CallingConventions.Standard, [typeof(int)]).GetILGenerator().Emit(OpCodes.Ret));
        this.Refuses("Own.Source has no public constructor without parameters");
    }

    [Fact]
    public void A_constructor_that_throws_is_quoted()
    {
        this.assembly.Save(Throwing(typeof(InvalidOperationException), "no licence"));
        this.Refuses("the constructor of Own.Source throws InvalidOperationException: no licence");
    }

    [Fact]
    public void A_native_library_that_is_missing_has_its_own_code()
    {
        this.assembly.Save(Throwing(typeof(DllNotFoundException), "Unable to load shared library 'gpu'"));
        this.Refuses("'gpu'", "MODEL0062");
    }

    [Fact]
    public void Other_abstractions_are_refused_with_both_versions()
    {
        this.assembly.Save(type => type.DefineDefaultConstructor(MethodAttributes.Public));
        this.assembly.AskForVersion(99);
        this.Refuses("was compiled against ModelSdk.Engine.Abstractions 99.0.0, and this engine has 1.0.0");
    }

    [Fact]
    public void A_list_of_dependencies_that_is_no_json_is_refused()
    {
        this.assembly.Save(type => type.DefineDefaultConstructor(MethodAttributes.Public));
        File.WriteAllText(Path.ChangeExtension(this.assembly.Path, ".deps.json"), "{");
        this.Refuses("Expected");
    }

    [Fact]
    public void The_identity_of_an_assembly_follows_its_bytes()
    {
        this.assembly.Save(type => type.DefineDefaultConstructor(MethodAttributes.Public));
        string first = this.Load().Identity;
        Assert.Equal(first, this.Load().Identity);
        Assert.Equal(64, first.Length);
        using EmittedAssembly other = new();
        other.Save(Throwing(typeof(InvalidOperationException), "x"));
        File.Copy(other.Path, this.assembly.Path, overwrite: true);
        Assert.NotEqual(first, ModelSdk.Contracts.Digests.Sha256Digest.Of(File.ReadAllBytes(this.assembly.Path)));
    }

    [Fact]
    public void The_identity_of_a_package_names_what_it_needs() =>
        Assert.Equal("ModelSdk.DuckDb DuckDB.NET.Bindings.Full/1.5.6", DuckDbPackage.Plugin.Identity);

    [Fact]
    public void A_package_whose_native_library_was_not_restored_says_so()
    {
        using DataFolder data = new();
        ProjectPlugin reference = DuckDbPackage.Reference;
        const string Bindings = "duckdb.net.bindings.full/1.5.6/lib/net10.0/DuckDB.NET.Bindings.dll";
        string copy = Path.Combine(data.Root, Bindings);
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        File.Copy(Path.Combine(DuckDbPackage.PackageFolder, Bindings), copy);
        DataFile file = data.Write("a.jsonl", "{\"a\":1}");
        AssertRefused("MODEL0062", "run \"dotnet restore\"", () => EnginePlugin.Load(reference, [data.Root]).RecordSources[0].Open(file, data.Space).Dispose());
        AssertRefused("MODEL0061", "DuckDB.NET.Bindings", () => EnginePlugin.Load(reference, []).RecordSources[0].Open(file, data.Space).Dispose());
    }

    private static Action<TypeBuilder> Throwing(Type exception, string message) => type =>
    {
        ILGenerator body = type.DefineConstructor(MethodAttributes.Public, CallingConventions.Standard, []).GetILGenerator();
        body.Emit(OpCodes.Ldstr, message);
        body.Emit(OpCodes.Newobj, exception.GetConstructor([typeof(string)])!);
        body.Emit(OpCodes.Throw);
    };

    private static void AssertRefused(string code, string part, Action action)
    {
        ModelBuildException exception = Assert.Throws<ModelBuildException>(action);
        Assert.Equal(code, exception.Diagnostic.Code);
        Assert.Contains(part, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    private EnginePlugin Load() => EnginePlugin.Load(new ProjectPlugin(this.assembly.Path, "", "", new SourceLocation("Model.csproj", 3, 5)), []);

    private void Refuses(string part, string code = "MODEL0061") => AssertRefused(code, part, () => this.Load());
}

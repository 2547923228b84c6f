using System.Reflection;
using System.Text.Json;
using ModelSdk.Contracts.Digests;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Projects;
using ModelSdk.Engine.Training;

namespace ModelSdk.Engine.Plugins;

/// <summary>A loaded extension of the engine: an optional package, or an assembly with own trainers.</summary>
public sealed class EnginePlugin
{
    private EnginePlugin(string identity, Assembly assembly, ProjectPlugin reference)
    {
        this.Identity = identity;
        this.RecordSources = [.. PluginTypes.Create<IRecordSource>(assembly, reference).Select(source => new PluginRecordSource(source, reference))];
        this.TableWriters = [.. PluginTypes.Create<ITableWriter>(assembly, reference).Select(writer => new PluginTableWriter(writer, reference))];
        this.Trainers = [.. PluginTypes.Create<ITrainer>(assembly, reference).Select(trainer => new PluginTrainer(trainer, reference))];
    }

    /// <summary>
    /// What changes when a result of it could: for a package its name and the other packages that it needs, with their versions; for an assembly the
    /// SHA-256 of its file, of those built together with it, and the packages. The sources and trainers have revisions of their own beside it.
    /// </summary>
    public string Identity { get; }

    /// <summary>Its sources of records.</summary>
    public IReadOnlyList<IRecordSource> RecordSources { get; }

    /// <summary>Its writers of tables.</summary>
    public IReadOnlyList<ITableWriter> TableWriters { get; }

    /// <summary>Its trainers.</summary>
    public IReadOnlyList<ITrainer> Trainers { get; }

    /// <summary>Loads an extension.</summary>
    /// <param name="reference">Where it is.</param>
    /// <param name="packageFolders">The folders that NuGet restores packages to.</param>
    /// <exception cref="ModelBuildException">It cannot be loaded, or has neither sources nor trainers.</exception>
    public static EnginePlugin Load(ProjectPlugin reference, IReadOnlyList<string> packageFolders)
    {
        ArgumentNullException.ThrowIfNull(reference);
        if (!File.Exists(reference.Assembly))
        {
            throw reference.NotLoadable(reference.Package.Length > 0 ? "the file does not exist. Run \"dotnet restore\"." : "the file does not exist. Build it first, and check the path and the configuration in it.");
        }

        try
        {
            EnginePlugin plugin = LoadFile(reference, packageFolders);
            return plugin.RecordSources.Count + plugin.Trainers.Count > 0
                ? plugin
                : throw reference.NotLoadable("it has no public class that implements ITrainer of the package ModelSdk.Engine.Abstractions.");
        }
        catch (Exception exception) when (exception is BadImageFormatException or IOException or TypeLoadException or MissingMemberException or JsonException or KeyNotFoundException)
        {
            throw reference.NotLoadable($"{exception.Message.ReplaceLineEndings(" ")}");
        }
    }

    private static EnginePlugin LoadFile(ProjectPlugin reference, IReadOnlyList<string> packageFolders)
    {
        PluginDependencies dependencies = PluginDependencies.Read(reference.Assembly, packageFolders);
        Assembly assembly = new PluginLoadContext(reference.Assembly, dependencies).LoadFromAssemblyPath(reference.Assembly);
        PluginTypes.RequireFittingVersion(assembly, reference);
        return new EnginePlugin(IdentityOf(reference, dependencies), assembly, reference);
    }

    private static string IdentityOf(ProjectPlugin reference, PluginDependencies dependencies)
    {
        IEnumerable<string> packages = dependencies.Packages.Where(package => !SharedAssemblies.Names.Contains(package.Split('/')[0]));
        IEnumerable<string> own = reference.Package.Length > 0
            ? [reference.Package]
            : dependencies.OwnFiles.Append(reference.Assembly).Distinct()
                .Where(file => !SharedAssemblies.Names.Contains(Path.GetFileNameWithoutExtension(file)))
                .OrderBy(file => file, StringComparer.Ordinal)
                .Select(file => Sha256Digest.Of(File.ReadAllBytes(file)));
        return string.Join(" ", own.Concat(packages));
    }
}

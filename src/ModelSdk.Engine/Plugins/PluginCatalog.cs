using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Projects;
using ModelSdk.Engine.Training;

namespace ModelSdk.Engine.Plugins;

/// <summary>The extensions of the engine that a project brings, loaded when they are first asked for.</summary>
/// <param name="options">The project.</param>
public sealed class PluginCatalog(ProjectOptions options)
{
    private const string TrainerProperty = "ModelTrainerAssembly";
    private IReadOnlyList<EnginePlugin>? packages;
    private EnginePlugin? trainerAssembly;

    /// <summary>The sources of records of the optional packages.</summary>
    /// <exception cref="ModelBuildException">A package cannot be loaded.</exception>
    public IReadOnlyList<IRecordSource> RecordSources => [.. this.Packages.SelectMany(plugin => plugin.RecordSources)];

    /// <summary>What the recipe holds of the sources, see <see cref="EnginePlugin.Identity"/>.</summary>
    /// <exception cref="ModelBuildException">A package cannot be loaded.</exception>
    public string RecordSourceIdentity =>
        string.Join("; ", this.Packages.Where(plugin => plugin.RecordSources.Count > 0).Select(plugin => $"{plugin.Identity} revision {string.Join(",", plugin.RecordSources.Select(source => source.Revision))}"));

    /// <summary>The own trainers of the project and those of the optional packages.</summary>
    /// <exception cref="ModelBuildException">An assembly or a package cannot be loaded.</exception>
    public IReadOnlyList<ITrainer> Trainers => [.. this.WithTrainers.SelectMany(plugin => plugin.Trainers)];

    private IEnumerable<EnginePlugin> WithTrainers => this.TrainerAssembly is { } own ? [own, .. this.Packages] : this.Packages;

    private IReadOnlyList<EnginePlugin> Packages => this.packages ??= [.. options.Plugins.Select(plugin => EnginePlugin.Load(plugin, options.PackageFolders))];

    private EnginePlugin? TrainerAssembly => this.trainerAssembly ??= this.LoadTrainers();

    /// <summary>What the recipe holds of a trainer: the digest of the assembly with own trainers, or the package and what it needs; null for a trainer of the engine.</summary>
    /// <param name="trainer">The trainer.</param>
    /// <exception cref="ModelBuildException">An assembly or a package cannot be loaded.</exception>
    public string? TrainerIdentity(ITrainer trainer) => this.WithTrainers.FirstOrDefault(plugin => plugin.Trainers.Contains(trainer))?.Identity;

    /// <summary>Stops where a project asks for the trainer of an optional package that it does not have.</summary>
    /// <param name="trainer">The value of <c>ModelTrainer</c>.</param>
    /// <param name="location">Where it stands.</param>
    /// <exception cref="ModelBuildException">The package is missing.</exception>
    public void RequireTrainer(string trainer, SourceLocation location)
    {
        if (trainer == OptionalTrainers.LightGbm && !this.Trainers.Any(known => known.Name == trainer))
        {
            throw new ModelBuildException(
                PluginDiagnostics.PackageMissing,
                $"ModelTrainer is \"{trainer}\", a trainer of the package {OptionalTrainers.LightGbmPackage}, which the project does not have. A project of the SDK ModelSdk gets it by itself: run \"dotnet restore\". "
                + $"A project that has ModelSdk as PackageReference must name {OptionalTrainers.LightGbmPackage} too; docs/lightgbm.md shows how.",
                location);
        }
    }

    private EnginePlugin? LoadTrainers()
    {
        ProjectProperty property = options.Property(TrainerProperty);
        if (property.Value.Length == 0)
        {
            return null;
        }

        string path = Path.GetFullPath(Path.Combine(options.ProjectDirectory, property.Value.Replace('\\', '/')));
        ProjectPlugin reference = new(path, "", "", property.Location);
        EnginePlugin plugin = EnginePlugin.Load(reference, options.PackageFolders);
        RequireOwnNames(plugin, reference);
        return plugin;
    }

    private static void RequireOwnNames(EnginePlugin plugin, ProjectPlugin reference)
    {
        string[] taken = [TrainerCatalog.Auto, OptionalTrainers.LightGbm, .. TrainerCatalog.All.Select(trainer => trainer.Name)];
        if (plugin.Trainers.Select(TrainerDescriptionCheck.Problem).FirstOrDefault(found => found is not null) is { } problem)
        {
            throw reference.NotLoadable(problem + ".");
        }

        string[] names = [.. plugin.Trainers.Select(trainer => trainer.Name)];
        string? clash = names.FirstOrDefault(name => taken.Contains(name) || names.Count(other => other == name) > 1 || name.Length == 0);
        if (names.Length == 0 || clash is not null)
        {
            throw reference.NotLoadable(clash is null
                ? "it has no public class that implements ITrainer."
                : $"a trainer of it has the name {Quote.Value(clash)}, which is empty or belongs to another trainer. Give it a name of its own.");
        }
    }
}

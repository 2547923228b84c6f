using ModelSdk.Engine.Projects;
using ModelSdk.Engine.Versions;
using ModelSdk.Store;

namespace ModelSdk.Cli.Lineages;

/// <summary>Where the versions of a model are.</summary>
/// <param name="Store">The store.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Project">The project that builds it; null where only the store was named.</param>
internal sealed record LineageLocation(ModelStore Store, string Model, ProjectOptions? Project)
{
    /// <summary>Opens the lineage.</summary>
    public ProjectLineage Open() => ProjectLineage.Open(this.Store, this.Model);
}

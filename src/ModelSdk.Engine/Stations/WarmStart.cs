using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Output;
using ModelSdk.Engine.Training;
using ModelSdk.Engine.Versions;
using ModelSdk.Store;

namespace ModelSdk.Engine.Stations;

/// <summary>The version that a training continues from.</summary>
/// <param name="Version">The version.</param>
internal sealed record WarmStart(VersionEntry Version)
{
    /// <summary>
    /// The versions that <c>ModelWarmStart</c> may mean, the likeliest first; none where the model is trained anew. A name that moves, such as an
    /// environment, means after a commit the model that was just made; that model's own start comes along, so that the build recognises it.
    /// </summary>
    /// <exception cref="ModelBuildException">The version does not fit.</exception>
    /// <exception cref="StoreException">There is no such version.</exception>
    public static IReadOnlyList<WarmStart> Candidates(BuildSession session, RecipeOptions recipe, StationLog log)
    {
        string name = session.Settings.WarmStart;
        if (name.Length == 0 || !CanContinue(session, recipe.Trainer, name, log))
        {
            return [];
        }

        Lineage lineage = session.StartLineage.Lineage;
        if (lineage.Versions.Count == 0)
        {
            log.Message($"ModelWarmStart is {name}, and there is no version yet to continue from: the first model is trained anew.");
            return [];
        }

        VersionEntry version = lineage.Resolve(name);
        VersionRecord record = lineage.Read(version);
        Require(session, recipe, version, record);
        string? earlier = record.Options.FirstOrDefault(option => option.Key == nameof(WarmStart)).Value;
        VersionEntry? start = lineage.Versions.FirstOrDefault(other => other.ModelDigest == earlier);
        return [new WarmStart(version), .. start is null ? [] : (WarmStart[])[new WarmStart(start)]];
    }

    /// <summary>The version's model, its digest proven.</summary>
    /// <exception cref="StoreException">The object is missing or damaged.</exception>
    public ModelFile ReadModel(BuildSession session) => ModelFile.Read(session.StartLineage.ReadModel(this.Version));

    private static bool CanContinue(BuildSession session, TrainerChoice trainer, string name, StationLog log)
    {
        bool can = !trainer.IsOpen && trainer.Candidates[0].CanWarmStart;
        if (!can)
        {
            log.Report(
                TrainingDiagnostics.NoWarmStart,
                $"ModelWarmStart is {Quote.Value(name)}, and {trainer.Name} cannot continue from an earlier model; the model is trained anew.",
                session.Options.Property("ModelWarmStart").Location);
        }

        return can;
    }

    private static void Require(BuildSession session, RecipeOptions recipe, VersionEntry version, VersionRecord record)
    {
        ITrainer trainer = recipe.Trainer.Candidates[0];
        bool preparedAlike = record.Options.Where(option => FeatureOptions.IsFeatureOption(option.Key)).ToHashSet().SetEquals(recipe.Features.Options);
        string? problem = record.Trainer != trainer.Name ? $"was trained by {record.Trainer}; {trainer.Name} cannot continue from it"
            : version.ContractDigest != ContractDigest.Of(session.Contract) ? "has another contract; features, label and classes have to be the same"
            : !preparedAlike ? "prepared its features otherwise; the items ModelFeature and ModelInteraction have to be the same"
            : null;
        if (problem is not null)
        {
            throw new ModelBuildException(
                TrainingDiagnostics.WarmStartDoesNotFit,
                $"ModelWarmStart is {Quote.Value(session.Settings.WarmStart)}, version {version.Name}, which {problem}.",
                session.Options.Property("ModelWarmStart").Location);
        }
    }
}

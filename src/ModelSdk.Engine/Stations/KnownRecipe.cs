using System.Text;
using ModelSdk.Contracts.Json;
using ModelSdk.Engine.Output;
using ModelSdk.Engine.Projects;
using ModelSdk.Store;

namespace ModelSdk.Engine.Stations;

/// <summary>Finds the model of a recipe that was trained before: by this checkout, or by whoever committed it.</summary>
internal static class KnownRecipe
{
    /// <summary>The model and what its training found out; null where the recipe is new.</summary>
    public static (byte[] Model, TrainingRecord Training)? Find(BuildSession session, string recipe, StationLog log)
    {
        if (new RecipeCache(session.Folder.Recipes).Find(recipe) is { } kept)
        {
            log.Message($"Model {kept.Training.ModelDigest[..8]} was trained by this recipe before and is taken from {session.Options.Display(session.Folder.Recipes)}: nothing is trained.");
            return kept;
        }

        return session.Lineage.Lineage.WithRecipe(recipe) is { } version ? Restore(session, version, log) : null;
    }

    /// <summary>Reads what training a committed version found out.</summary>
    /// <exception cref="StoreException">The object is missing or damaged.</exception>
    public static TrainingRecord ReadTraining(BuildSession session, VersionEntry version, string trainingObject)
    {
        byte[] bytes = session.Lineage.Store.Objects.Read(trainingObject, $"the training record of version {version.Name}");
        try
        {
            return TrainingRecord.Read(Encoding.UTF8.GetString(bytes));
        }
        catch (Exception exception) when (exception is JsonFormatException or NullReferenceException)
        {
            throw new StoreException(Contracts.Diagnostics.StoreDiagnostics.DamagedObject, $"The training record of version {version.Name} cannot be read: {exception.Message}");
        }
    }

    private static (byte[] Model, TrainingRecord Training)? Restore(BuildSession session, VersionEntry version, StationLog log)
    {
        try
        {
            byte[] model = session.Lineage.ReadModel(version);
            TrainingRecord training = ReadTraining(session, version, session.Lineage.Lineage.Read(version).Commit!.TrainingObject);
            log.Message($"Model {version.ModelDigest[..8]} is version {version.Name}, which was made by this recipe, and is taken from the lineage: nothing is trained.");
            return (model, training);
        }
        catch (StoreException exception) when (session.Settings.Train != TrainMode.Never)
        {
            log.Message($"Version {version.Name} was made by this recipe but cannot be restored, so it is trained anew. {exception.Message}");
            return null;
        }
    }
}

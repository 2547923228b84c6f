using ModelSdk.Contracts.Digests;
using ModelSdk.Contracts.Json;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Output;

namespace ModelSdk.Engine.Stations;

/// <summary>What is to be trained and from what, and the digest of all of it.</summary>
/// <param name="Recipe">The trainer and every option.</param>
/// <param name="DataDigest">The digest of the training data.</param>
/// <param name="RecipeDigest">SHA-256 over contract, data, options and revisions.</param>
internal sealed record TrainingPlan(RecipeOptions Recipe, string DataDigest, string RecipeDigest)
{
    public static TrainingPlan Of(BuildSession session, StationLog log)
    {
        RecipeOptions recipe = RecipeOptions.Of(session, log);
        string data = session.Digests.Find(session.TrainingFiles, session.Contract) ?? session.TrainingTable(log).Digest;
        JsonObjectBuilder determinants = new()
        {
            { "contract", ContractWriter.WriteSemantics(session.Contract) },
            { "data", data },
            { "options", JsonValue.Of(recipe.Options.Select(option => new KeyValuePair<string, JsonValue>(option.Key, JsonValue.Of(option.Value)))) },
            { "source", session.SourceRevision },
            { "split", HoldoutSplit.Revision },
            { "splitColumns", RecipeOptions.SplitColumns(session) },
            { "features", FeatureFitter.Revision },
            { "trainer", recipe.Trainer.Revision },
        };
        return new TrainingPlan(recipe, data, Sha256Digest.Of(JsonText.Canonical(determinants.Build())));
    }
}

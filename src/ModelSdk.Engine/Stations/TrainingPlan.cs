using System.Globalization;
using ModelSdk.Contracts.Digests;
using ModelSdk.Contracts.Json;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Output;
using ModelSdk.Engine.Projects;
using ModelSdk.Engine.Training;

namespace ModelSdk.Engine.Stations;

/// <summary>What is to be trained and from what, and the digest of all of it.</summary>
/// <param name="Trainer">The trainer.</param>
/// <param name="Hyperparameters">Its checked values, defaults included.</param>
/// <param name="DataDigest">The digest of the training data.</param>
/// <param name="Options">Every option that can change the model, by name.</param>
/// <param name="RecipeDigest">SHA-256 over contract, data, options and revisions.</param>
internal sealed record TrainingPlan(
    ITrainer Trainer, HyperparameterValues Hyperparameters, string DataDigest, IReadOnlyList<KeyValuePair<string, string>> Options, string RecipeDigest)
{
    public static TrainingPlan Of(BuildSession session, StationLog log)
    {
        ProjectProperty property = session.Options.Property("ModelTrainer");
        ITrainer trainer = TrainerCatalog.Find(session.Settings.Trainer, session.Contract.Task, property.Location);
        HyperparameterValues hyperparameters = HyperparameterParser.Parse(trainer, Settings(session.Options), log);
        string data = session.Digests.Find(session.TrainingFiles, session.Contract) ?? session.TrainingTable(log).Digest;
        List<KeyValuePair<string, string>> options = Determinants(session, trainer, hyperparameters);
        JsonObjectBuilder recipe = new()
        {
            { "contract", ContractWriter.WriteSemantics(session.Contract) },
            { "data", data },
            { "options", JsonValue.Of(options.Select(option => new KeyValuePair<string, JsonValue>(option.Key, JsonValue.Of(option.Value)))) },
            { "source", session.SourceRevision },
            { "split", HoldoutSplit.Revision },
            { "features", FeatureFitter.Revision },
            { "trainer", trainer.Revision },
        };
        return new TrainingPlan(trainer, hyperparameters, data, options, Sha256Digest.Of(JsonText.Canonical(recipe.Build())));
    }

    private static List<KeyValuePair<string, string>> Determinants(BuildSession session, ITrainer trainer, HyperparameterValues hyperparameters)
    {
        ModelSettings settings = session.Settings;
        bool byFiles = session.TestFiles.Count > 0;
        List<KeyValuePair<string, string>> options =
        [
            new("Trainer", trainer.Name),
            new("SplitBy", byFiles ? "TestData" : settings.SplitBy.ToString()),
        ];
        if (!byFiles && settings.SplitBy == SplitBy.Row)
        {
            options.Add(new("Seed", settings.Seed.ToString(CultureInfo.InvariantCulture)));
            options.Add(new("TestFraction", settings.TestFraction.ToString("R", CultureInfo.InvariantCulture)));
        }

        options.AddRange(hyperparameters.Texts.OrderBy(pair => pair.Key, StringComparer.Ordinal));
        return options;
    }

    private static IReadOnlyList<HyperparameterSetting> Settings(ProjectOptions options) =>
        [.. options.ItemsOf("Hyperparameter").Select(item => new HyperparameterSetting(item.Include, item.Metadata.GetValueOrDefault("Value", ""), item.Location))];
}

using System.Globalization;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Output;
using ModelSdk.Engine.Projects;
using ModelSdk.Engine.Training;

namespace ModelSdk.Engine.Stations;

/// <summary>What the project says about the training; known without the data.</summary>
/// <param name="Trainer">The trainer.</param>
/// <param name="Hyperparameters">Its checked values, defaults included.</param>
/// <param name="Options">Every option that can change the model, by name.</param>
internal sealed record RecipeOptions(ITrainer Trainer, HyperparameterValues Hyperparameters, IReadOnlyList<KeyValuePair<string, string>> Options)
{
    public static RecipeOptions Of(BuildSession session, StationLog log)
    {
        ProjectProperty property = session.Options.Property("ModelTrainer");
        ITrainer trainer = TrainerCatalog.Find(session.Settings.Trainer, session.Contract.Task, property.Location);
        HyperparameterValues hyperparameters = HyperparameterParser.Parse(trainer, Settings(session.Options), log);
        return new RecipeOptions(trainer, hyperparameters, Determinants(session, trainer, hyperparameters));
    }

    /// <summary>The names of the columns whose values decide on which side a row falls; they are not all in the contract's semantic part.</summary>
    public static IReadOnlyList<string> SplitColumns(BuildSession session) =>
        IsByRow(session) ? HoldoutHasher.HashedColumns(session.Contract) : [];

    private static List<KeyValuePair<string, string>> Determinants(BuildSession session, ITrainer trainer, HyperparameterValues hyperparameters)
    {
        ModelSettings settings = session.Settings;
        List<KeyValuePair<string, string>> options =
        [
            new("Trainer", trainer.Name),
            new("SplitBy", session.HasTestData ? "TestData" : settings.SplitBy.ToString()),
        ];
        if (IsByRow(session))
        {
            options.Add(new("Seed", settings.Seed.ToString(CultureInfo.InvariantCulture)));
            options.Add(new("TestFraction", settings.TestFraction.ToString("R", CultureInfo.InvariantCulture)));
        }

        options.AddRange(hyperparameters.Texts.OrderBy(pair => pair.Key, StringComparer.Ordinal));
        return options;
    }

    private static bool IsByRow(BuildSession session) => !session.HasTestData && session.Settings.SplitBy == SplitBy.Row;

    private static IReadOnlyList<HyperparameterSetting> Settings(ProjectOptions options) =>
        [.. options.ItemsOf("Hyperparameter").Select(item => new HyperparameterSetting(item.Include, item.Metadata.GetValueOrDefault("Value", ""), item.Location))];
}

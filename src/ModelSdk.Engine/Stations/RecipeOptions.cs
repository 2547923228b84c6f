using System.Globalization;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Output;
using ModelSdk.Engine.Projects;
using ModelSdk.Engine.Training;
using ModelSdk.Engine.Training.Forecasting;

namespace ModelSdk.Engine.Stations;

/// <summary>What the project says about the training; known without the data.</summary>
/// <param name="Trainer">The trainer, or those that are to be compared.</param>
/// <param name="Hyperparameters">Its checked values, defaults included.</param>
/// <param name="Options">Every option that can change the model, by name.</param>
internal sealed record RecipeOptions(TrainerChoice Trainer, HyperparameterValues Hyperparameters, IReadOnlyList<KeyValuePair<string, string>> Options)
{
    /// <summary>The optimiser, <c>Auto</c> or one of the trainer's.</summary>
    public string Optimizer { get; init; } = "Auto";

    /// <summary>What the project says about its features.</summary>
    public ProjectFeatures Features { get; init; } = ProjectFeatures.None;

    public static RecipeOptions Of(BuildSession session, StationLog log)
    {
        ProjectProperty property = session.Options.Property("ModelTrainer");
        session.Plugins.RequireTrainer(session.Settings.Trainer, property.Location);
        TrainerChoice trainer = TrainerChoice.Find(session.Settings.Trainer, session.Contract.Task, property.Location, session.Plugins.Trainers);
        HyperparameterValues hyperparameters = HyperparameterParser.Parse(trainer, Settings(session.Options), log);
        string optimizer = FindOptimizer(session, trainer);
        session.Storage.Refusal = trainer.StreamingRefusal;
        ProjectFeatures features = session.Contract.Task == ModelTask.Forecasting ? ForecastFeatures.Read(session.Options.Items, log) : FeatureItemReader.Read(session.Options.Items, session.Contract, log);
        return new RecipeOptions(trainer, hyperparameters, [.. Determinants(session, trainer, hyperparameters, optimizer), .. features.Options]) { Optimizer = optimizer, Features = features };
    }

    /// <summary>The names of the columns whose values decide on which side a row falls; they are not all in the contract's semantic part.</summary>
    public static IReadOnlyList<string> SplitColumns(BuildSession session) =>
        HoldsOut(session) && session.Settings.SplitBy == SplitBy.Row ? HoldoutHasher.HashedColumns(session.Contract) : [];

    private static List<KeyValuePair<string, string>> Determinants(BuildSession session, TrainerChoice trainer, HyperparameterValues hyperparameters, string optimizer)
    {
        ModelSettings settings = session.Settings;
        List<KeyValuePair<string, string>> options =
        [
            new("Trainer", trainer.Name),
            new("SplitBy", session.HasTestData ? "TestData" : settings.SplitBy.ToString()),
            new("Seed", settings.Seed.ToString(CultureInfo.InvariantCulture)),
        ];
        if (session.IsProcedureJudged)
        {
            options.Add(new("Evaluation", nameof(EvaluationMode.CrossValidation)));
        }
        else if (HoldsOut(session))
        {
            options.Add(new("TestFraction", settings.TestFraction.ToString("R", CultureInfo.InvariantCulture)));
        }

        options.AddRange(optimizer == TrainerCatalog.Auto ? [] : [new("Optimizer", optimizer)]);
        options.AddRange(QueryFiles.Determinants(session.TrainingFiles));
        options.AddRange(session.Plugins.TrainerIdentity(trainer.Candidates[0]) is { } identity ? [new("TrainerAssembly", identity)] : []);
        options.AddRange(hyperparameters.Texts.OrderBy(pair => pair.Key, StringComparer.Ordinal));
        return options;
    }

    private static bool HoldsOut(BuildSession session) => !session.HasTestData && !session.IsProcedureJudged && session.Settings.SplitBy != SplitBy.Predefined;

    private static string FindOptimizer(BuildSession session, TrainerChoice trainer)
    {
        string[] valid = [TrainerCatalog.Auto, .. trainer.Optimizers];
        string wanted = session.Settings.Optimizer;
        return valid.FirstOrDefault(name => name.Equals(wanted, StringComparison.OrdinalIgnoreCase)) ?? throw new ModelBuildException(
            ProjectDiagnostics.InvalidPropertyValue,
            $"ModelOptimizer is {Quote.Value(wanted)}; valid for {trainer.Name}: {Quote.List(valid)}.{NearestName.Suggestion(wanted, valid)}",
            session.Options.Property("ModelOptimizer").Location);
    }

    private static IReadOnlyList<HyperparameterSetting> Settings(ProjectOptions options) =>
        [.. options.ItemsOf("Hyperparameter").Select(item => new HyperparameterSetting(item.Include, item.Metadata.GetValueOrDefault("Value", ""), item.Location))];
}

using ModelSdk.Contracts.Digests;
using ModelSdk.Contracts.Json;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Output;
using ModelSdk.Engine.Plugins;
using ModelSdk.Engine.Selection;
using ModelSdk.Engine.Splits;
using ModelSdk.Engine.Training;

namespace ModelSdk.Engine.Stations;

/// <summary>What is to be trained and from what, and the digest of all of it.</summary>
/// <param name="Recipe">The trainer and every option.</param>
/// <param name="DataDigest">The digest of the training data.</param>
/// <param name="RecipeDigest">SHA-256 over contract, data, options and revisions.</param>
internal sealed record TrainingPlan(RecipeOptions Recipe, string DataDigest, string RecipeDigest)
{
    /// <summary>The version to continue from; null to begin anew.</summary>
    public WarmStart? WarmStart { get; init; }

    public static TrainingPlan Of(BuildSession session, StationLog log)
    {
        RecipeOptions recipe = RecipeOptions.Of(session, log);
        string data = session.Digests.Find(session.TrainingFiles, session.Contract) ?? session.TrainingTable(log).Digest;
        IReadOnlyList<WarmStart> starts = WarmStart.Candidates(session, recipe, log);
        TrainingPlan[] plans = starts.Count == 0 ? [Of(session, recipe, data, null)] : [.. starts.Select(start => Of(session, recipe, data, start))];
        return plans.FirstOrDefault(plan => session.Lineage.Lineage.WithRecipe(plan.RecipeDigest) is not null) ?? plans[0];
    }

    /// <summary>Fits a model to some rows, the way this plan says.</summary>
    /// <param name="session">The build.</param>
    /// <param name="table">The rows.</param>
    /// <param name="rows">Which of them.</param>
    /// <param name="log">Gets warnings and progress.</param>
    /// <param name="quiet">Whether the fit is one of many, of which nothing is said.</param>
    public FittedModel Fit(BuildSession session, DataTable table, int[] rows, StationLog log, bool quiet = false)
    {
        IEngineLog receiver = quiet ? SilentLog.Instance : log;
        int threads = session.Claim(log).Cores;
        (ITrainer trainer, string? why) = this.Recipe.Trainer.IsOpen
            ? new TrainerSelection(session.Contract, this.Recipe.Trainer.Candidates, session.Settings.Seed) { MaximumThreads = threads, Features = this.Recipe.Features }.Choose(table, rows, receiver, session.Cancellation)
            : (this.Recipe.Trainer.Candidates[0], null);
        HyperparameterValues values = this.Recipe.Trainer.IsOpen ? HyperparameterValues.Defaults(trainer.Hyperparameters) : this.Recipe.Hyperparameters;
        FittedModel fitted = new ModelFit(session.Contract, trainer, values)
        {
            ContractFile = session.Options.ContractFile,
            Seed = session.Settings.Seed,
            MaximumThreads = threads,
            Optimizer = this.Recipe.Optimizer,
            Features = this.Recipe.Features,
            WarmStart = this.WarmStart?.ReadModel(session),
        }.Run(table, rows, receiver, session.Cancellation);
        (trainer as PluginTrainer)?.RequireLoadable(fitted);
        return why is null ? fitted : fitted with { Model = fitted.Model with { Notes = [why, .. fitted.Model.Notes] } };
    }

    private static TrainingPlan Of(BuildSession session, RecipeOptions recipe, string data, WarmStart? start)
    {
        RecipeOptions whole = start is null ? recipe : recipe with { Options = [.. recipe.Options, new(nameof(WarmStart), start.Version.ModelDigest)] };
        JsonObjectBuilder determinants = new()
        {
            { "contract", ContractWriter.WriteSemantics(session.Contract) },
            { "data", data },
            { "options", JsonValue.Of(whole.Options.Select(option => new KeyValuePair<string, JsonValue>(option.Key, JsonValue.Of(option.Value)))) },
            { "source", session.SourceRevision },
            { "split", HoldoutSplit.Revision },
            { "splitColumns", RecipeOptions.SplitColumns(session) },
            { "features", FeatureFitter.Revision },
            { "trainer", JsonValue.Of(recipe.Trainer.Revisions.Select(revision => JsonValue.Of(revision))) },
        };
        return new TrainingPlan(whole, data, Sha256Digest.Of(JsonText.Canonical(determinants.Build()))) { WarmStart = start };
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Inference;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Output;
using ModelSdk.Engine.Projects;
using ModelSdk.Engine.Training;
using ModelSdk.Store.Files;

namespace ModelSdk.Engine.Stations;

/// <summary>Finds data and contract, computes the recipe, and trains when the recipe is new.</summary>
internal sealed class TrainStation : IStation
{
    private TrainingPlan? plan;

    public string Name => "train";

    public bool AlwaysRuns(BuildSession session) => session.Settings.Train == TrainMode.Always;

    public string Key(BuildSession session, StationLog log)
    {
        if (!SessionPreparation.Prepare(session, log))
        {
            return "";
        }

        this.plan = TrainingPlan.Of(session, log);
        return log.Failed ? "" : this.plan!.RecipeDigest;
    }

    public IReadOnlyList<string> Outputs(BuildSession session) => [session.Folder.Model, session.Folder.Training];

    public void Run(BuildSession session, StationLog log)
    {
        RefuseWhereNeverTrained(session);
        TrainingPlan recipe = this.plan!;
        Stopwatch clock = Stopwatch.StartNew();
        DataTable table = session.TrainingTable(log);
        LeakageCheck.Check(table, session.Contract, session.Options.ContractFile, log);
        int[] rows = session.Split(log).Training;
        log.Message(string.Create(CultureInfo.InvariantCulture, $"Training {recipe.Trainer.Name} on {rows.Length} of {table.RowCount} rows with {session.Contract.Features.Count} features"));
        ModelFit fit = new(session.Contract, recipe.Trainer, recipe.Hyperparameters) { ContractFile = session.Options.ContractFile };
        FittedModel model = fit.Run(table, rows, log, session.Cancellation);
        if (!log.Failed)
        {
            Write(session, recipe, model, rows.Length, Naive(session, table, rows));
            log.Message(string.Create(CultureInfo.InvariantCulture, $"Trained in {clock.Elapsed.TotalSeconds:0.0} s: {session.Options.Display(session.Folder.Model)}, model {session.Trained.ModelDigest[..8]}"));
        }
    }

    public string UpToDate(BuildSession session) =>
        $"Model {session.Trained.ModelDigest[..8]} is up to date with its recipe {session.Trained.RecipeDigest[..8]}";

    private static void RefuseWhereNeverTrained(BuildSession session)
    {
        if (session.Settings.Train == TrainMode.Never)
        {
            throw new ModelBuildException(
                ProjectDiagnostics.TrainingForbidden,
                "ModelTrain is Never, and the output folder holds no model with this recipe. Build once with ModelTrain=Auto.",
                session.Options.Property("ModelTrain").Location);
        }
    }

    private static IReadOnlyList<double> Naive(BuildSession session, DataTable table, int[] rows)
    {
        ContractColumn label = session.Contract.Label;
        double[]? weights = table.Weights(session.Contract, rows);
        return NaiveBaseline.Fit(session.Contract.Task, ClassLabels.Truth(table, session.Contract, rows), label.Classes.Count, weights).Values;
    }

    private static void Write(BuildSession session, TrainingPlan recipe, FittedModel model, int rows, IReadOnlyList<double> naive)
    {
        byte[] bytes = ModelFileBuilder.Build(model).ToBytes();
        AtomicFile.Write(session.Folder.Model, bytes);
        session.Trained = new TrainingRecord(
            recipe.RecipeDigest, ModelFile.Digest(bytes), recipe.DataDigest, recipe.Trainer.Name, recipe.Options, rows)
        {
            Naive = naive,
            Convergence = [.. model.Model.Convergence.Select(point => point.Objective)],
        };
        AtomicFile.Write(session.Folder.Training, Encoding.UTF8.GetBytes(session.Trained.ToJson()));
    }
}

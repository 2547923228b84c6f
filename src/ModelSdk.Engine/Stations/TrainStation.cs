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
using ModelSdk.Engine.Profiles;
using ModelSdk.Engine.Projects;
using ModelSdk.Engine.Training;
using ModelSdk.Store.Files;

namespace ModelSdk.Engine.Stations;

/// <summary>Finds data and contract, computes the recipe, and trains when neither this checkout nor the lineage knows it; without data, takes the model of the lineage.</summary>
internal sealed class TrainStation : IStation
{
    public string Name => "train";

    public bool AlwaysRuns(BuildSession session) => session.Settings.Train == TrainMode.Always && session.Recorded is null;

    public string Key(BuildSession session, StationLog log)
    {
        if (!SessionPreparation.Prepare(session, log))
        {
            return "";
        }

        if (session.Recorded is { } recorded)
        {
            return RecordedArtifacts.Key(recorded);
        }

        TrainingPlan plan = session.Plan(log);
        return log.Failed ? "" : plan.RecipeDigest;
    }

    public IReadOnlyList<string> Outputs(BuildSession session) => [session.Folder.Model, session.Folder.Training];

    public void Run(BuildSession session, StationLog log)
    {
        if (session.Recorded is { } recorded)
        {
            RecordedArtifacts.WriteModel(session, recorded, log);
            return;
        }

        if (session.Settings.Train != TrainMode.Always && KnownRecipe.Find(session, session.Plan(log).RecipeDigest, log) is { } known)
        {
            AtomicFile.Write(session.Folder.Model, known.Model);
            WriteTraining(session, known.Training);
            return;
        }

        RefuseWhereNeverTrained(session);
        Train(session, session.Plan(log), log);
    }

    public string UpToDate(BuildSession session) => session.Recorded is { } recorded
        ? RecordedArtifacts.Summary(recorded)
        : $"Model {session.Trained.ModelDigest[..8]} is up to date with its recipe {session.Trained.RecipeDigest[..8]}";

    private static void RefuseWhereNeverTrained(BuildSession session)
    {
        if (session.Settings.Train == TrainMode.Never)
        {
            throw new ModelBuildException(
                ProjectDiagnostics.TrainingForbidden,
                "ModelTrain is Never, and neither the output folder nor the lineage holds a model with this recipe. Build once with ModelTrain=Auto, undo the change of data, contract or options, or set ModelPinnedVersion.",
                session.Options.Property("ModelTrain").Location);
        }
    }

    private static void Train(BuildSession session, TrainingPlan planned, StationLog log)
    {
        Stopwatch clock = Stopwatch.StartNew();
        DataTable table = session.TrainingTable(log);
        LeakageCheck.Check(table, session.Contract, session.Options.ContractFile, log);
        int[] rows = session.Split(log).Training;
        log.Message(string.Create(CultureInfo.InvariantCulture, $"Training {planned.Recipe.Trainer.Name}{From(planned)} on {rows.Length} of {table.RowCount} rows with {Count.Of(session.Contract.Features.Count, "feature")}"));
        FittedModel model = planned.Fit(session, table, rows, log);
        if (!log.Failed)
        {
            Write(session, planned, model, table, rows);
            log.Message(string.Create(CultureInfo.InvariantCulture, $"Trained in {clock.Elapsed.TotalSeconds:0.0} s: model {session.Trained.ModelDigest[..8]}"));
        }
    }

    private static string From(TrainingPlan planned) => planned.WarmStart is { } start ? $", continuing from version {start.Version.Name}," : "";

    private static IReadOnlyList<double> Naive(BuildSession session, DataTable table, int[] rows)
    {
        ContractColumn label = session.Contract.Label;
        double[]? weights = table.Weights(session.Contract, rows);
        return NaiveBaseline.Fit(session.Contract.Task, ClassLabels.Truth(table, session.Contract, rows), label.Classes.Count, weights).Values;
    }

    private static void Write(BuildSession session, TrainingPlan planned, FittedModel model, DataTable table, int[] rows)
    {
        byte[] bytes = ModelFileBuilder.Build(model).ToBytes();
        AtomicFile.Write(session.Folder.Model, bytes);
        WriteTraining(session, new TrainingRecord(
            planned.RecipeDigest, ModelFile.Digest(bytes), planned.DataDigest, model.Trainer, planned.Recipe.Options, rows.Length)
        {
            Naive = Naive(session, table, rows),
            Convergence = [.. model.Model.Convergence.Select(point => point.Objective)],
            ValidationConvergence = [.. model.Model.ValidationConvergence.Select(point => point.Objective)],
            Statistics = model.Model.Statistics,
            Figures = [.. model.Model.Figures.OrderBy(figure => figure.Key, StringComparer.Ordinal)],
            Notes = model.Model.Notes,
            Profile = TableProfiler.Of(table),
        });
        new RecipeCache(session.Folder.Recipes).Keep(bytes, session.Trained);
    }

    private static void WriteTraining(BuildSession session, TrainingRecord training)
    {
        session.Trained = training;
        AtomicFile.Write(session.Folder.Training, Encoding.UTF8.GetBytes(training.ToJson()));
    }
}

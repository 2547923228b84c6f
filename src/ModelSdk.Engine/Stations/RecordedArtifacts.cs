using ModelSdk.Contracts.Json;
using ModelSdk.Engine.Baselines;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Gates;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Output;
using ModelSdk.Engine.Verification;
using ModelSdk.Engine.Versions;
using ModelSdk.Runtime;
using ModelSdk.Store.Files;

namespace ModelSdk.Engine.Stations;

/// <summary>Writes what the stations would make from the record of a committed version: nothing is trained, evaluated or judged again.</summary>
internal static class RecordedArtifacts
{
    /// <summary>The key of every station: the version decides all.</summary>
    public static string Key(RecordedVersion recorded) => $"recorded {recorded.Entry.Id}: {recorded.Why}";

    public static string Summary(RecordedVersion recorded) =>
        $"Model {recorded.Entry.ModelDigest[..8]} of version {recorded.Entry.Name} is built as recorded, since {recorded.Why}: nothing is trained";

    public static void WriteModel(BuildSession session, RecordedVersion recorded, StationLog log)
    {
        byte[] model = session.Lineage.ReadModel(recorded.Entry);
        TrainingRecord training = KnownRecipe.ReadTraining(session, recorded.Entry, recorded.Record.Commit!.TrainingObject);
        AtomicFile.Write(session.Folder.Model, model);
        AtomicFile.Write(session.Folder.Training, System.Text.Encoding.UTF8.GetBytes(training.ToJson()));
        session.Trained = training;
        log.Message(Summary(recorded));
    }

    public static void WriteEvaluation(BuildSession session, RecordedVersion recorded, StationLog log)
    {
        byte[] evaluation = session.Lineage.Store.Objects.Read(recorded.Record.Commit!.EvaluationObject, $"the evaluation of version {recorded.Entry.Name}");
        AtomicFile.Write(session.Folder.Evaluation, evaluation);
        AtomicFile.Write(session.Folder.Baselines, BaselineFile.Write(BaselineScores.None));
        ModelEvaluation read = EvaluationFile.Read(evaluation);
        log.Message($"Evaluation of version {recorded.Entry.Name}, recorded, not re-run:");
        foreach (string line in EvaluationSummary.Lines(read))
        {
            log.Message(line);
        }

        // Its test rows are not here, so the class has to predict rows made up from what the model knows of its features.
        PredictionModel model = PredictionModel.Load(File.ReadAllBytes(session.Folder.Model));
        DataTable rows = SyntheticRows.Of(model, session.Contract);
        AtomicFile.Write(session.Folder.Verification, ModelScoring.VerificationRows(model, rows, [.. Enumerable.Range(0, rows.RowCount)], session.Contract).ToJson());
    }

    public static void WriteGates(BuildSession session, RecordedVersion recorded, StationLog log)
    {
        SourceLocation project = new(session.Options.ProjectFile);
        int rows = EvaluationFile.Read(File.ReadAllBytes(session.Folder.Evaluation)).Rows;
        GateResult result = new(GateMode.Error, rows, [.. GateFile.ReadRecorded(recorded.Record.Gates, rows, project)]);
        AtomicFile.Write(session.Folder.Gate, GateFile.Write(result, session.Options.ProjectDirectory));
        foreach (GateJudgement judgement in result.Judgements)
        {
            log.Message($"Gate {judgement.Summary}, recorded with {recorded.Entry.Number}, not re-run");
        }

        JsonValue declared = JsonValue.Of((recorded.Record.Gates?.Items ?? []).Where(gate => gate["default"] is null));
        foreach (GateChange change in GateComparison.Compare(declared, GateFile.Declared(session.Gates)))
        {
            string judged = session.Settings.PinnedVersion.Length > 0 ? "A pinned version is not judged by them" : "They are judged where the data is";
            log.Message($"Since version {recorded.Entry.Number} was judged the project's gates have changed: {change.Text}. {judged}.");
        }
    }
}

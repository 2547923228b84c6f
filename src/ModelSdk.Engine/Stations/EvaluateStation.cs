using System.Globalization;
using ModelSdk.Contracts.Digests;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Baselines;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Output;
using ModelSdk.Engine.Splits;
using ModelSdk.Engine.Verification;
using ModelSdk.Runtime;
using ModelSdk.Store.Files;

namespace ModelSdk.Engine.Stations;

/// <summary>
/// Scores the test rows through the Runtime, as the app will, by the new model and by the versions that it is compared with, and keeps some rows for
/// the verification of the compiled class.
/// </summary>
internal sealed class EvaluateStation : IStation
{
    private const string NothingHeldOut = "No rows are held out (ModelTestFraction is 0): the model is not evaluated";
    private BaselinePlan plan = null!;

    public string Name => "evaluate";

    public string Key(BuildSession session, StationLog log)
    {
        if (session.Recorded is { } recorded)
        {
            return RecordedArtifacts.Key(recorded);
        }

        this.plan = BaselinePlan.Of(session);
        string revisions = string.Create(CultureInfo.InvariantCulture, $"{Evaluator.Revision} {PredictionModel.KernelRevision}");
        return Sha256Digest.Of(string.Join('\n', revisions, session.Trained.ToJson(), RowsDigest(session, log), this.plan.Key));
    }

    public IReadOnlyList<string> Outputs(BuildSession session) => [session.Folder.Evaluation, session.Folder.Baselines, session.Folder.Verification];

    public void Run(BuildSession session, StationLog log)
    {
        if (session.Recorded is { } recorded)
        {
            RecordedArtifacts.WriteEvaluation(session, recorded, log);
            return;
        }

        DataTable table = session.TestTable(log);
        int[] rows = session.Split(log).Test;
        PredictionModel model = PredictionModel.Load(File.ReadAllBytes(session.Folder.Model));
        log.Progress(string.Create(CultureInfo.InvariantCulture, $"scoring {rows.Length} test rows"));
        ModelEvaluation judged = session.IsProcedureJudged
            ? ProcedureEvaluation.Run(session, log)
            : ModelScoring.Evaluate(model, table, rows, session.Contract, session.Trained.Naive, new SourceLocation(session.Options.ProjectFile));
        ModelEvaluation evaluation = judged with { RowsDigest = rows.Length == 0 ? null : RowsDigest(session, log) };
        AtomicFile.Write(session.Folder.Evaluation, EvaluationFile.Write(evaluation));
        AtomicFile.Write(session.Folder.Baselines, BaselineFile.Write(new BaselineScoring(session, model, table, rows) { RowsDigest = evaluation.RowsDigest }.Score(this.plan)));
        foreach (string line in rows.Length == 0 ? [NothingHeldOut] : EvaluationSummary.Lines(evaluation))
        {
            log.Message(line);
        }

        AtomicFile.Write(session.Folder.Verification, VerifiedRows(session, model, table, rows, log).ToJson());
    }

    public string UpToDate(BuildSession session) => $"{session.Options.Display(session.Folder.Evaluation)} is up to date";

    /// <summary>Without test rows the class is still to predict what the engine predicts; every row that a forecast was fitted to lies before its horizon.</summary>
    private static VerificationRows VerifiedRows(BuildSession session, PredictionModel model, DataTable table, int[] rows, StationLog log)
    {
        if (session.Contract.Task == ModelTask.Forecasting)
        {
            DataTable made = SyntheticRows.Of(model, session.Contract);
            return ModelScoring.VerificationRows(model, made, [.. Enumerable.Range(0, made.RowCount)], session.Contract);
        }

        return ModelScoring.VerificationRows(model, table, rows.Length == 0 ? session.Split(log).Training : rows, session.Contract);
    }

    /// <summary>A digest of what decides which rows judge.</summary>
    private static string RowsDigest(BuildSession session, StationLog log)
    {
        string test = session.TestFiles.Count == 0 ? session.Trained.DataDigest : session.Digests.Find(session.TestFiles, session.Contract) ?? session.TestTable(log).Digest;
        IEnumerable<string> split = session.Trained.Options.Where(option => option.Key is "SplitBy" or "Seed" or "TestFraction" or "Horizon" or "SeasonLength").Select(option => $"{option.Key}={option.Value}");
        split = session.IsProcedureJudged ? split.Append(string.Create(CultureInfo.InvariantCulture, $"Folds={session.Settings.Folds} {Folds.Revision} {RollingOrigin.Revision}")) : split;
        return Sha256Digest.Of(string.Join('\n', [test, .. split, .. RecipeOptions.SplitColumns(session)]));
    }
}

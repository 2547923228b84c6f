using System.Globalization;
using ModelSdk.Contracts.Digests;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Output;
using ModelSdk.Runtime;
using ModelSdk.Store.Files;

namespace ModelSdk.Engine.Stations;

/// <summary>Scores the test rows through the Runtime, as the app will, and keeps some of them for the verification of the compiled class.</summary>
internal sealed class EvaluateStation : IStation
{
    private const string NothingHeldOut = "No rows are held out (ModelTestFraction is 0): the model is not evaluated";

    public string Name => "evaluate";

    public string Key(BuildSession session, StationLog log)
    {
        string test = session.TestFiles.Count == 0 ? "" : session.Digests.Find(session.TestFiles, session.Contract) ?? session.TestTable(log).Digest;
        string revisions = string.Create(CultureInfo.InvariantCulture, $"{Evaluator.Revision} {PredictionModel.KernelRevision}");
        return Sha256Digest.Of(string.Join('\n', revisions, session.Trained.ToJson(), test));
    }

    public IReadOnlyList<string> Outputs(BuildSession session) => [session.Folder.Evaluation, session.Folder.Verification];

    public void Run(BuildSession session, StationLog log)
    {
        DataTable table = session.TestTable(log);
        int[] rows = session.Split(log).Test;
        PredictionModel model = PredictionModel.Load(File.ReadAllBytes(session.Folder.Model));
        log.Progress(string.Create(CultureInfo.InvariantCulture, $"scoring {rows.Length} test rows"));
        ModelEvaluation evaluation = ModelScoring.Evaluate(model, table, rows, session.Contract, session.Trained.Naive, new SourceLocation(session.Options.ProjectFile));
        AtomicFile.Write(session.Folder.Evaluation, EvaluationFile.Write(evaluation));
        foreach (string line in rows.Length == 0 ? [NothingHeldOut] : EvaluationSummary.Lines(evaluation))
        {
            log.Message(line);
        }

        // Without test rows the class is still to predict what the engine predicts.
        int[] verified = rows.Length == 0 ? session.Split(log).Training : rows;
        AtomicFile.Write(session.Folder.Verification, ModelScoring.VerificationRows(model, table, verified, session.Contract).ToJson());
    }

    public string UpToDate(BuildSession session) => $"{session.Options.Display(session.Folder.Evaluation)} is up to date";
}

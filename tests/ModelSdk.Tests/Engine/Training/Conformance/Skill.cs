using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Logging;
using ModelSdk.Runtime;

namespace ModelSdk.Tests.Engine.Training.Conformance;

/// <summary>How much of the naive predictor's loss a model saves on its own training rows: 0 for none, 1 for all.</summary>
internal static class Skill
{
    public static double Of(byte[] model, TestTable table)
    {
        PredictionModel loaded = PredictionModel.Load(model);
        EvaluationInput input = EvaluationInput.Of(table.Table, table.AllRows, table.Contract, Subject.Scores(model, table), loaded.Threshold, SourceLocation.None);
        double[] truth = ClassLabels.Truth(table.Table, table.Contract, table.AllRows);
        NaiveBaseline naive = NaiveBaseline.Fit(table.Contract.Task, truth, table.Contract.Label.Classes.Count);
        ModelEvaluation evaluation = Evaluator.Evaluate(input, naive);
        string metric = table.Contract.Task == ModelTask.Regression ? "Mae" : "LogLoss";
        return 1 - (evaluation.Metrics.Find(metric)!.Value / evaluation.Naive.Find(metric)!.Value);
    }
}

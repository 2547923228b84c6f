using System.Globalization;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Output;
using ModelSdk.Engine.Projects;
using ModelSdk.Engine.Splits;
using ModelSdk.Engine.Training;
using ModelSdk.Runtime;

namespace ModelSdk.Engine.Stations;

/// <summary>
/// Judges the way the model is made: for each fold, preprocessing and model are fitted anew to the other rows and predict the fold's; all predictions
/// are judged together, so that every metric is one of many rows.
/// </summary>
internal sealed class ProcedureEvaluation
{
    private readonly BuildSession session;
    private readonly StationLog log;
    private readonly DataTable table;
    private readonly List<int> rows = [];
    private readonly List<double> scores = [];
    private readonly List<double> naive = [];
    private readonly List<double> naiveErrors = [];
    private readonly List<MetricValues> foldMetrics = [];
    private readonly ForecastProcedure? forecast;
    private double threshold = 0.5;

    private ProcedureEvaluation(BuildSession session, StationLog log)
    {
        this.session = session;
        this.log = log;
        this.table = session.TrainingTable(log);
        this.forecast = session.Contract.Task == ModelTask.Forecasting ? new ForecastProcedure(session, log) : null;
    }

    /// <summary>Fits and judges every fold.</summary>
    public static ModelEvaluation Run(BuildSession session, StationLog log)
    {
        ProcedureEvaluation evaluation = new(session, log);
        IReadOnlyList<RowSplit> folds = evaluation.FindFolds();
        for (int index = 0; index < folds.Count; index++)
        {
            log.Progress(string.Create(CultureInfo.InvariantCulture, $"fold {index + 1} of {folds.Count}: fitting {folds[index].Training.Length} rows"));
            evaluation.Judge(folds[index]);
        }

        EvaluationInput pooled = evaluation.Input([.. evaluation.rows], [.. evaluation.scores], [.. evaluation.naiveErrors]);
        return Evaluator.Evaluate(pooled, [.. evaluation.naive]) with
        {
            Procedure = evaluation.forecast?.Description ?? Describe(session, folds.Count),
            Folds = evaluation.foldMetrics,
        };
    }

    private IReadOnlyList<RowSplit> FindFolds()
    {
        if (this.forecast is not null)
        {
            return this.forecast.Folds();
        }

        SourceLocation place = this.session.Options.Property("ModelFolds").Location;
        ModelSettings settings = this.session.Settings;
        return settings.SplitBy switch
        {
            SplitBy.Group => Folds.ByGroup(this.table, this.session.Contract, settings.Seed, settings.Folds, place),
            SplitBy.Time => Folds.ByTime(this.table, this.session.Contract, settings.Folds, place),
            _ => Folds.Stratified(this.table, [.. Enumerable.Range(0, this.table.RowCount)], this.session.Contract, settings.Folds, place),
        };
    }

    private void Judge(RowSplit fold)
    {
        FittedModel fitted = this.session.Plan(this.log).Fit(this.session, this.table, fold.Training, this.log, quiet: true);
        PredictionModel model = PredictionModel.Load(ModelFileBuilder.Build(fitted).ToBytes());
        double[] predicted = TableScores.Of(model, this.table, fold.Test);
        double[] errors = this.forecast?.NaiveErrors(fold) ?? [];
        EvaluationInput input = this.Input(fold.Test, predicted, errors);
        this.threshold = model.Threshold;
        this.rows.AddRange(fold.Test);
        this.scores.AddRange(predicted);
        this.naive.AddRange(this.forecast?.Naive(fold) ?? this.FitNaive(fold.Training).Predict(input));
        this.naiveErrors.AddRange(errors);
        this.foldMetrics.Add(Evaluator.Metrics(input));
    }

    private NaiveBaseline FitNaive(int[] training) => NaiveBaseline.Fit(
        this.session.Contract.Task,
        ClassLabels.Truth(this.table, this.session.Contract, training),
        this.session.Contract.Label.Classes.Count,
        this.table.Weights(this.session.Contract, training));

    private EvaluationInput Input(int[] judged, double[] predicted, double[] errors) => EvaluationInput.Of(
        this.table, judged, this.session.Contract, predicted, this.threshold, new SourceLocation(this.session.Options.ProjectFile)) with
    {
        NaiveErrors = errors.Length > 0 ? errors : null,
    };

    private static string Describe(BuildSession session, int folds)
    {
        string by = session.Settings.SplitBy switch
        {
            SplitBy.Group => " over groups",
            SplitBy.Time => " along the time",
            _ => "",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{folds}-fold cross-validation{by}");
    }
}

using System.Globalization;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Evaluation;

/// <summary>An evaluation as lines of text for a terminal or a build log.</summary>
public static class EvaluationSummary
{
    private const int MostClassesShown = 12;

    /// <summary>The lines: rows, each metric beside the naive predictor's, what has no value and why, the confusion matrix.</summary>
    /// <param name="evaluation">The evaluation.</param>
    /// <returns>At least one line, each without a line end.</returns>
    public static IReadOnlyList<string> Lines(ModelEvaluation evaluation) => Lines(evaluation, "test rows");

    /// <inheritdoc cref="Lines(ModelEvaluation)"/>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="rowsOf">What the rows are called: <c>test rows</c>, <c>rows of new.csv</c>.</param>
    public static IReadOnlyList<string> Lines(ModelEvaluation evaluation, string rowsOf)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        List<string> lines = [Heading(evaluation, rowsOf)];
        if (evaluation.Metrics.Values.Count > 0)
        {
            string[] spread = evaluation.Folds.Count > 1 ? ["± over folds"] : [];
            lines.AddRange(TextTable.Lines([["", "model", "naive", .. spread], .. evaluation.Metrics.Values.Select(pair => Row(pair, evaluation))]));
        }

        if (evaluation.Rows > 0)
        {
            lines.AddRange(evaluation.Metrics.Undefined.Select(pair => $"  {pair.Key} has no value: {pair.Value}."));
        }

        if (evaluation.Confusion is { } confusion)
        {
            lines.AddRange(Confusion(confusion));
        }

        return lines;
    }

    private static string Heading(ModelEvaluation evaluation, string rowsOf)
    {
        string task = evaluation.Task switch
        {
            ModelTask.Regression => "Regression",
            ModelTask.BinaryClassification => "Binary classification",
            ModelTask.AnomalyDetection => "Anomaly detection",
            ModelTask.Forecasting => "Forecast",
            _ => "Multiclass classification",
        };
        string heading = string.Create(CultureInfo.InvariantCulture, $"{task}, {evaluation.Rows} {(evaluation.Procedure is { } procedure ? $"rows judged by {procedure}; the model that ships is fitted to all rows" : rowsOf)}");
        heading += evaluation.Weight is { } weight ? $" of weight {MetricText.Of(weight)}" : "";
        return evaluation is { PositiveClass: { } positive, Threshold: { } threshold }
            ? $"{heading}; positive is {Quote.Value(positive)} from probability {MetricText.Of(threshold)}"
            : heading;
    }

    private static string[] Row(KeyValuePair<string, double> pair, ModelEvaluation evaluation) =>
    [
        pair.Key,
        MetricText.Of(pair.Value),
        evaluation.Naive.Find(pair.Key) is { } naive ? MetricText.Of(naive) : "–",
        .. evaluation.Folds.Count > 1 ? (string[])[Spread(evaluation, pair.Key)] : [],
    ];

    // The standard deviation of the folds' values.
    private static string Spread(ModelEvaluation evaluation, string metric)
    {
        double[] values = [.. evaluation.Folds.Select(fold => fold.Find(metric)).OfType<double>()];
        double mean = values.Length > 0 ? values.Average() : 0;
        return values.Length > 1 ? MetricText.Of(Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1))) : "–";
    }

    private static IEnumerable<string> Confusion(ConfusionMatrix confusion)
    {
        if (confusion.Classes.Count > MostClassesShown)
        {
            return [string.Create(CultureInfo.InvariantCulture, $"  The confusion matrix of {confusion.Classes.Count} classes is in evaluation.json.")];
        }

        string[] names = [.. confusion.Classes.Select(Quote.Value)];
        IEnumerable<string[]> rows = confusion.Counts.Select((counts, index) => (string[])[names[index], .. counts.Select(count => MetricText.Of(count))]);
        return ["Confusion matrix: a line for each true class, a column for each predicted class", .. TextTable.Lines([["", .. names], .. rows])];
    }
}

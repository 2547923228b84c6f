using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Training.Linear;

/// <summary>
/// Finds out whether a hyperplane separates the classes, in which case the likelihood has no maximum: coefficients grow as long as the optimiser
/// goes on (Albert and Anderson, "On the existence of maximum likelihood estimates in logistic regression models", Biometrika 71, 1984). Complete
/// separation is found in the result, quasi-complete separation where one column makes it.
/// </summary>
/// <param name="data">Design, target and weights.</param>
/// <param name="hasIntercept">Whether margins have an intercept.</param>
/// <param name="log">Gets the warning.</param>
internal sealed class Separation(TrainingData data, bool hasIntercept, IEngineLog log)
{
    private readonly DeferredLog deferred = new(log);

    /// <summary>Passes everything on, but keeps back the warning that the training did not converge, which separation explains.</summary>
    public IEngineLog Log => this.deferred;

    /// <summary>Reports separation, or else what was kept back.</summary>
    /// <param name="parameters">For each output the coefficients, then for each output the intercept.</param>
    public void Report(double[] parameters)
    {
        IReadOnlyList<string> columns = ColumnSeparation.Find(data, hasIntercept);
        bool complete = this.IsSeparated(parameters);
        if (!complete && columns.Count == 0)
        {
            this.deferred.Release();
            return;
        }

        log.Report(TrainingDiagnostics.SeparableClasses, complete ? Complete(columns) : QuasiComplete(columns), SourceLocation.None);
    }

    private static string Complete(IReadOnlyList<string> columns) =>
        "The features separate the classes of all training rows, and no penalty holds the coefficients: they would grow without end, and the probabilities are close to 0 and 1. "
        + $"Set L2 to 1, its default, or look for a feature that tells the label{(columns.Count == 0 ? "" : $", first of all among these: {Names(columns)}")}.";

    private static string QuasiComplete(IReadOnlyList<string> columns) =>
        $"{(columns.Count == 1 ? "A column tells" : "Columns tell")} the class of some training rows without exception, and no penalty holds {(columns.Count == 1 ? "its coefficient" : "their coefficients")}, "
        + $"which would grow without end: {Names(columns)}. Set L2 to 1, its default, merge rare categories, or look for a feature that tells the label.";

    private static string Names(IReadOnlyList<string> columns) => Quote.List([.. columns.Select(Quote.Value)]);

    private bool IsSeparated(double[] parameters)
    {
        for (int row = 0; row < data.Design.Rows; row++)
        {
            if (data.Weight(row) > 0 && !this.IsRight(parameters, row))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsRight(double[] parameters, int row)
    {
        int target = (int)data.Target[row];
        int outputs = parameters.Length / (data.Design.Width + 1);
        double own = this.Margin(parameters, outputs == 1 ? 0 : target, row);
        return outputs == 1
            ? (target == 1 ? own > 0 : own < 0)
            : Enumerable.Range(0, outputs).All(output => output == target || this.Margin(parameters, output, row) < own);
    }

    private double Margin(double[] parameters, int output, int row)
    {
        DesignMatrix design = data.Design;
        int outputs = parameters.Length / (design.Width + 1);
        ReadOnlySpan<double> numbers = design.DenseRow(row);
        double margin = parameters[(outputs * design.Width) + output];
        for (int index = 0; index < numbers.Length; index++)
        {
            margin += parameters[(output * design.Width) + design.DenseColumns[index]] * numbers[index];
        }

        foreach (int code in design.CodeRow(row))
        {
            margin += code >= 0 ? parameters[(output * design.Width) + code] : 0;
        }

        return margin;
    }

    private sealed class DeferredLog(IEngineLog log) : IEngineLog
    {
        private readonly List<(string Text, SourceLocation Location)> kept = [];

        public void Report(ModelDiagnostic diagnostic, string text, SourceLocation location)
        {
            if (diagnostic == TrainingDiagnostics.NotConverged)
            {
                this.kept.Add((text, location));
                return;
            }

            log.Report(diagnostic, text, location);
        }

        public void Message(string text) => log.Message(text);

        public void Progress(string text) => log.Progress(text);

        public void Release()
        {
            foreach ((string text, SourceLocation location) in this.kept)
            {
                log.Report(TrainingDiagnostics.NotConverged, text, location);
            }
        }
    }
}

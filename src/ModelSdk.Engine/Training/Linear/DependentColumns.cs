using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training.Linear.LeastSquares;

namespace ModelSdk.Engine.Training.Linear;

/// <summary>Tells of columns that others determine.</summary>
internal static class DependentColumns
{
    private const int MostNames = 20;

    /// <summary>Warns where there are any.</summary>
    /// <param name="fit">The solution.</param>
    /// <param name="data">The columns.</param>
    /// <param name="log">Gets the warning.</param>
    public static void Report(LeastSquaresFit fit, TrainingData data, IEngineLog log)
    {
        if (fit.Dependent.Count > 0)
        {
            string[] names = [.. fit.Dependent.Take(MostNames).Select(column => Quote.Value(data.Columns[column].Name))];
            string more = fit.Dependent.Count > MostNames ? $" and {fit.Dependent.Count - MostNames} more" : "";
            log.Report(
                TrainingDiagnostics.DependentColumns,
                $"In the {data.Design.Rows} training rows these columns can be computed from the columns before them: {Quote.List(names)}{more}. "
                + "The coefficients are not unique; those with the least norm are used.",
                SourceLocation.None);
        }
    }
}

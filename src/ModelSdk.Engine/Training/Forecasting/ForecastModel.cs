using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Models;
using ModelSdk.Engine.Logging;
using ModelSdk.Runtime.Kernels;

namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>Makes the model of forecasts.</summary>
internal static class ForecastModel
{
    /// <summary>The model: of each series' forecasts the last ones, which all series have at the same times.</summary>
    /// <param name="gridded">The series.</param>
    /// <param name="forecasts">The steps after each series' own end.</param>
    /// <exception cref="ModelBuildException">A forecast is not finite.</exception>
    public static TrainedModel Of(GriddedProblem gridded, IReadOnlyList<double[]> forecasts)
    {
        ForecastProblem problem = gridded.Problem;
        double[] values = [.. forecasts.SelectMany(forecast => forecast[^problem.Horizon..])];
        ForecastGrid grid = gridded.Grid.From(problem.LastStep);
        if (!Array.TrueForAll(values, double.IsFinite))
        {
            string name = problem.Series[Array.FindIndex(values, value => !double.IsFinite(value)) / problem.Horizon].Name;
            throw new ModelBuildException(
                TrainingDiagnostics.ModelNotFinite,
                $"The forecast of {name} came out infinite or not a number; rescale the label, or set another ModelTrainer or a smaller Horizon.",
                SourceLocation.None);
        }

        int groups = problem.Series[0].Key.Length;
        ModelTensor[] tensors =
        [
            ModelTensor.Of(ModelKeys.ForecastOrigin, [grid.Origin]),
            ModelTensor.Of(ModelKeys.ForecastStep, [grid.Step]),
            ModelTensor.Of(ModelKeys.ForecastAnchorDay, [grid.AnchorDay]),
            ModelTensor.Of(ModelKeys.ForecastSeries, [.. problem.Series.SelectMany(series => series.Key)], problem.Series.Count, groups),
            ModelTensor.Of(ModelKeys.ForecastValues, values, problem.Series.Count, problem.Horizon),
        ];
        return new TrainedModel("forecast", "identity", tensors, []);
    }
}

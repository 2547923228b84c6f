using ModelSdk.Runtime.Kernels;

namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>Series with the times that their steps stand for.</summary>
/// <param name="Problem">The series.</param>
/// <param name="Grid">The time of each step.</param>
/// <param name="Notes">What was found and filled, a sentence each.</param>
internal sealed record GriddedProblem(ForecastProblem Problem, ForecastGrid Grid, IReadOnlyList<string> Notes);

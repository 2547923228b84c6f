namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>The smoothing parameters, or something for each of them.</summary>
/// <param name="Alpha">How much of an error the level takes over, 0 to 1.</param>
/// <param name="Beta">How much of it the trend takes over, 0 to α.</param>
/// <param name="Gamma">How much of it the season takes over, 0 to 1 − α.</param>
/// <param name="Phi">How much of the trend is left after a step, 0.8 to 0.98; 1 where it does not fade.</param>
internal readonly record struct SmoothingWeights(double Alpha, double Beta, double Gamma, double Phi);

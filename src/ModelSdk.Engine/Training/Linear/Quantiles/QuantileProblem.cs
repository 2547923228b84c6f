namespace ModelSdk.Engine.Training.Linear.Quantiles;

/// <summary>Minimises Σ weight · pinball(label − intercept − Σ coefficient · column) + penalty · Σ |coefficient| over the standardised columns.</summary>
/// <param name="Data">Design, label and weights.</param>
/// <param name="Quantile">Which quantile, from above 0 to below 1.</param>
/// <param name="Intercept">Whether there is an intercept.</param>
/// <param name="Penalty">The weight of Σ |coefficient|, at least 0.</param>
internal sealed record QuantileProblem(TrainingData Data, double Quantile, bool Intercept, double Penalty);

namespace ModelSdk.LightGbm;

/// <summary>What is minimised, in LightGBM's words.</summary>
/// <param name="Name">How hyperparameters call it.</param>
/// <param name="Native">LightGBM's <c>objective</c>.</param>
/// <param name="Metric">LightGBM's <c>metric</c> that measures it; smaller is better.</param>
internal sealed record Objective(string Name, string Native, string Metric)
{
    /// <summary>The hyperparameter that becomes LightGBM's <c>alpha</c>; null for none.</summary>
    public string? Alpha { get; init; }
}

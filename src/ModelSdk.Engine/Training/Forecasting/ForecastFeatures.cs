using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Projects;

namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>What the feature items of a project mean for a forecast: nothing, which is said.</summary>
internal static class ForecastFeatures
{
    /// <summary>Warns at each item that prepares or multiplies features.</summary>
    /// <param name="items">The project's items.</param>
    /// <param name="log">Gets the warnings.</param>
    /// <returns>No setting, so that the items do not enter the recipe.</returns>
    public static ProjectFeatures Read(IReadOnlyList<ProjectItem> items, IEngineLog log)
    {
        foreach (ProjectItem item in items.Where(item => item.Type is FeatureOptions.FeatureType or FeatureOptions.InteractionType))
        {
            log.Report(
                FeatureDiagnostics.WithoutEffect,
                $"The {item.Type} {Quote.Value(item.Include)} has no effect: a forecast has no features to prepare, only times and what tells series apart. "
                + "Remove it; what LagRegression learns from is set by its hyperparameters Lags, Window, Logarithm and Difference.",
                item.Location);
        }

        return ProjectFeatures.None;
    }
}

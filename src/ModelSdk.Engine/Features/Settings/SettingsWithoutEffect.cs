using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Features;

/// <summary>Warns of settings that a trainer does not use.</summary>
internal static class SettingsWithoutEffect
{
    private static readonly string[] OfTrees = ["Monotone"];
    private static readonly string[] OfOthers = ["Transform", "Scale", "Impute", "ImputeValue", "MissingIndicator"];

    /// <summary>Warns at each item that has such settings.</summary>
    /// <param name="project">What the project says.</param>
    /// <param name="form">How the trainer wants the features.</param>
    /// <param name="trainer">Its name.</param>
    /// <param name="log">Gets the warnings.</param>
    public static void Report(ProjectFeatures project, FeatureForm form, string trainer, IEngineLog log)
    {
        bool native = form == FeatureForm.Native;
        foreach ((SourceLocation location, string feature, IReadOnlyList<string> settings) in project.Items)
        {
            string[] unused = [.. settings.Intersect(native ? OfOthers : OfTrees)];
            if (unused.Length > 0)
            {
                string reason = native ? "which splits numbers where they are and takes missing values as they come" : "which fits no trees";
                log.Report(
                    FeatureDiagnostics.WithoutEffect,
                    $"{Quote.List(unused)} of the ModelFeature {Quote.Value(feature)} {(unused.Length == 1 ? "has" : "have")} no effect with {trainer}, {reason}. Remove {(unused.Length == 1 ? "it" : "them")}, or choose another trainer.",
                    location);
            }
        }
    }
}

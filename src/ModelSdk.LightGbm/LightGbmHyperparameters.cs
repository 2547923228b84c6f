using ModelSdk.Engine.Training;

namespace ModelSdk.LightGbm;

/// <summary>What a user may set: the names and defaults of <c>GradientBoosting</c>, which are LightGBM's own defaults too, within LightGBM's bounds.</summary>
internal static class LightGbmHyperparameters
{
    // What LightGBM keeps as a 32-bit float or multiplies with one.
    private const double Least = 1e-9;

    /// <summary>All of them, in the order in which messages list them.</summary>
    public static IReadOnlyList<HyperparameterDefinition> Definitions { get; } = [.. TreeHyperparameters.Boosting.Select(Bounded)];

    private static HyperparameterDefinition Bounded(HyperparameterDefinition shared) => shared.Name switch
    {
        TreeHyperparameters.LearningRate => shared with { Minimum = Least },
        TreeHyperparameters.MaxLeaves => shared with { Maximum = 131_072 },
        TreeHyperparameters.MaxBins => shared with { Maximum = 65_535, Meaning = "The most bins of a feature." },
        TreeHyperparameters.HuberDelta => shared with { Default = "0.9", Minimum = Least, Meaning = "For the objective Huber: from where errors count linearly, in the unit of the label." },
        TreeHyperparameters.CategorySmooth => shared with { Meaning = "What damps the gradient of a category in a sorted split." },
        _ => shared,
    };
}

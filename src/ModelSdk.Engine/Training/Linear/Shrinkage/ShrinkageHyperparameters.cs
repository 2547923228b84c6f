namespace ModelSdk.Engine.Training.Linear.Shrinkage;

/// <summary>The hyperparameters of <c>Lasso</c> and <c>ElasticNet</c>.</summary>
internal static class ShrinkageHyperparameters
{
    /// <summary>All of them.</summary>
    /// <param name="alphaMeaning">What Alpha does.</param>
    public static IReadOnlyList<HyperparameterDefinition> All(string alphaMeaning) =>
    [
        new(LinearHyperparameters.Alpha, HyperparameterKind.Number, "0.01", alphaMeaning) { Minimum = 0 },
        new(LinearHyperparameters.FitIntercept, HyperparameterKind.Boolean, "true", "Whether the prediction may be other than 0 where every feature is 0."),
        new(LinearHyperparameters.MaxIterations, HyperparameterKind.WholeNumber, "10000", "After how many sweeps over all coefficients the descent stops, converged or not.")
        {
            Minimum = 1,
            Maximum = int.MaxValue,
        },
        new(LinearHyperparameters.Tolerance, HyperparameterKind.Number, "1e-10", "The descent has converged when the duality gap is at most this share of the label's square about its mean.") { Minimum = 0 },
    ];
}

using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Models;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Linear;

/// <summary>Parameters of the Runtime's linear kernel.</summary>
internal static class LinearParameters
{
    /// <summary>The trained model.</summary>
    /// <param name="link">What turns margins into scores.</param>
    /// <param name="coefficients">For each output one for each column, output after output.</param>
    /// <param name="intercepts">One for each output.</param>
    /// <param name="convergence">How the objective fell.</param>
    /// <exception cref="ModelBuildException">A parameter is not finite.</exception>
    public static TrainedModel Model(string link, double[] coefficients, double[] intercepts, IReadOnlyList<ConvergencePoint> convergence)
    {
        if (!coefficients.Concat(intercepts).All(double.IsFinite))
        {
            throw new ModelBuildException(
                TrainingDiagnostics.ModelNotFinite,
                "The model's parameters came out infinite: label, weights or features are too large; rescale them.",
                SourceLocation.None);
        }

        ModelTensor[] tensors =
        [
            ModelTensor.Of(ModelKeys.Coefficients, coefficients, intercepts.Length, coefficients.Length / intercepts.Length),
            ModelTensor.Of(ModelKeys.Intercepts, intercepts, intercepts.Length),
        ];
        return new TrainedModel("linear", link, tensors, convergence);
    }

    /// <summary>
    /// The intercept on the standardised scale that makes the intercept in original units 0: Σ coefficient · mean / scale.
    /// </summary>
    /// <param name="coefficients">One for each column.</param>
    /// <param name="columns">The columns.</param>
    public static double InterceptThroughOrigin(ReadOnlySpan<double> coefficients, IReadOnlyList<DesignColumn> columns) =>
        EightLanes.Dot(coefficients, Shifts(columns));

    /// <summary>What standardisation subtracted from each column, on the standardised scale: mean / scale.</summary>
    /// <param name="columns">The columns.</param>
    public static double[] Shifts(IReadOnlyList<DesignColumn> columns) => [.. columns.Select(column => column.Mean / column.Scale)];
}

using ModelSdk.Engine.Training.Optimisation;

namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>The mean squared one-step error of exponential smoothing.</summary>
/// <param name="run">The smoothing.</param>
/// <param name="count">The number of parameters.</param>
internal sealed class SmoothingObjective(SmoothingRun run, int count) : IObjective
{
    /// <inheritdoc/>
    public int Count => count;

    /// <inheritdoc/>
    public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        double value = run.Forward(parameters);
        if (double.IsFinite(value))
        {
            run.Backward(parameters, gradient);
        }

        return value;
    }
}

using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>How well a method forecast what followed earlier origins.</summary>
/// <param name="Method">The method.</param>
/// <param name="Error">The mean absolute scaled error, the mean over the origins; infinite where the method failed.</param>
/// <param name="StandardError">That of the mean; 0 where there is one origin only.</param>
internal sealed record MethodTrial(IForecastMethod Method, double Error, double StandardError)
{
    /// <summary>Takes the mean.</summary>
    /// <param name="method">The method.</param>
    /// <param name="errors">Its error after each origin, at least one.</param>
    public static MethodTrial Of(IForecastMethod method, double[] errors)
    {
        double mean = EightLanes.Sum(errors) / errors.Length;
        if (!double.IsFinite(mean))
        {
            return new MethodTrial(method, double.PositiveInfinity, 0);
        }

        double[] centred = Array.ConvertAll(errors, error => error - mean);
        return new MethodTrial(method, mean, errors.Length < 2 ? 0 : Math.Sqrt(EightLanes.Dot(centred, centred) / (errors.Length - 1) / errors.Length));
    }
}

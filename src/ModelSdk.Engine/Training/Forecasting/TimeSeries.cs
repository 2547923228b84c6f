namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>The values of one series at consecutive steps.</summary>
/// <param name="Key">The slots of the features that tell series apart; empty where there is one series only.</param>
/// <param name="Name">What messages call it.</param>
/// <param name="FirstStep">The step of the first value.</param>
/// <param name="Values">A value for each step from the first to the last, gaps filled.</param>
internal sealed record TimeSeries(double[] Key, string Name, long FirstStep, double[] Values)
{
    /// <summary>The step of the last value.</summary>
    public long LastStep => this.FirstStep + this.Values.Length - 1;
}

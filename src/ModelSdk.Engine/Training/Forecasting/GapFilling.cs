namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>Puts values on consecutive steps.</summary>
internal static class GapFilling
{
    /// <summary>Makes a series; steps between two values get what lies on the straight line between them.</summary>
    /// <param name="key">What tells the series apart.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="steps">The steps that have values, strictly ascending.</param>
    /// <param name="values">The values.</param>
    public static TimeSeries Fill(double[] key, string name, long[] steps, double[] values)
    {
        double[] filled = new double[steps[^1] - steps[0] + 1];
        filled[0] = values[0];
        for (int index = 1; index < steps.Length; index++)
        {
            long gap = steps[index] - steps[index - 1];
            long start = steps[index - 1] - steps[0];
            double rise = values[index] - values[index - 1];
            for (long step = 1; step < gap; step++)
            {
                filled[start + step] = values[index - 1] + (rise * step / gap);
            }

            filled[start + gap] = values[index];
        }

        return new TimeSeries(key, name, steps[0], filled);
    }
}

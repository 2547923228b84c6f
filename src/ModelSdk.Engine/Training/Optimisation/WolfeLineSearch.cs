namespace ModelSdk.Engine.Training.Optimisation;

/// <summary>
/// A line search for the strong Wolfe conditions: bracketing and zoom (Nocedal and Wright, Numerical Optimization, 2nd edition, algorithms 3.5 and
/// 3.6). Close to the minimum, where the decrease drowns in rounding, the sufficient decrease is judged by slopes instead (Hager and Zhang 2005,
/// equation 4.1).
/// </summary>
/// <param name="evaluate">Value and slope at a step.</param>
internal sealed class WolfeLineSearch(Func<double, LinePoint> evaluate)
{
    private const double SufficientDecrease = 1e-4;
    private const double Curvature = 0.9;
    private const double ValueRounding = 1e-13;
    private const double LargestStep = 1e10;
    private const double Expansion = 2.5;
    private const int MaximumEvaluations = 40;

    private LinePoint origin;
    private int evaluations;

    /// <summary>Searches along the line.</summary>
    /// <param name="start">The point at step 0, with negative slope.</param>
    /// <param name="firstStep">The step to try first.</param>
    /// <returns>A point that meets the conditions, or null where none was found.</returns>
    public LinePoint? Search(LinePoint start, double firstStep)
    {
        this.origin = start;
        LinePoint previous = start;
        double step = firstStep;
        for (this.evaluations = 0; this.evaluations < MaximumEvaluations && step < LargestStep; step = Expansion * previous.Step)
        {
            LinePoint point = this.Evaluate(step);
            if (!point.IsFinite || !this.Decreases(point) || (previous.Step > 0 && point.Value > previous.Value && !this.IsRounding(point)))
            {
                return this.Zoom(previous, point);
            }

            if (this.IsFlat(point))
            {
                return point;
            }

            if (point.Slope >= 0)
            {
                return this.Zoom(point, previous);
            }

            previous = point;
        }

        return null;
    }

    // The interval between the ends holds acceptable points; "low" is the end with the smaller value that decreases enough.
    private LinePoint? Zoom(LinePoint low, LinePoint high)
    {
        while (this.evaluations < MaximumEvaluations)
        {
            LinePoint point = this.Evaluate(Interpolate(low, high));
            if (!point.IsFinite || !this.Decreases(point) || (point.Value > low.Value && !this.IsRounding(point)))
            {
                high = point;
                continue;
            }

            if (this.IsFlat(point))
            {
                return point;
            }

            high = point.Slope * (high.Step - low.Step) >= 0 ? low : high;
            low = point;
        }

        return low.Step > 0 ? low : null;
    }

    private LinePoint Evaluate(double step)
    {
        this.evaluations++;
        return evaluate(step);
    }

    private bool IsRounding(LinePoint point) => point.Value <= this.origin.Value + (ValueRounding * Math.Abs(this.origin.Value));

    private bool Decreases(LinePoint point) =>
        point.Value <= this.origin.Value + (SufficientDecrease * point.Step * this.origin.Slope)
        || (this.IsRounding(point) && point.Slope <= ((2 * SufficientDecrease) - 1) * this.origin.Slope);

    private bool IsFlat(LinePoint point) => Math.Abs(point.Slope) <= -Curvature * this.origin.Slope;

    // The minimum of the cubic through values and slopes of both ends (Nocedal and Wright, equation 3.59), kept away from the ends.
    private static double Interpolate(LinePoint low, LinePoint high)
    {
        double width = high.Step - low.Step;
        double middle = low.Step + (0.5 * width);
        if (!high.IsFinite)
        {
            return low.Step + (0.1 * width);
        }

        double first = low.Slope + high.Slope - (3 * ((low.Value - high.Value) / (low.Step - high.Step)));
        double radicand = (first * first) - (low.Slope * high.Slope);
        double second = Math.Sign(width) * Math.Sqrt(Math.Max(radicand, 0));
        double step = high.Step - (width * ((high.Slope + second - first) / (high.Slope - low.Slope + (2 * second))));
        double position = (step - low.Step) / width;
        return radicand >= 0 && position is > 0.05 and < 0.95 ? step : middle;
    }
}

using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>
/// Exponential smoothing over the values of a series in error-correction form: with the error e of the one-step forecast (l + φb) + s, or
/// (l + φb)·s, the level becomes l + φb + αe, the trend φb + βe and the season s + γe; where the season multiplies, e is divided by s for level and
/// trend, and by l + φb for the season (Hyndman, Koehler, Ord and Snyder, "Forecasting with Exponential Smoothing", 2008, tables 2.2 and 2.3;
/// γ as there, β = αβ* in the component form).
/// </summary>
/// <param name="values">The series.</param>
/// <param name="layout">Where the parameters stand.</param>
internal sealed class SmoothingRun(double[] values, SmoothingLayout layout)
{
    private const double Tiny = 1e-8;

    private readonly bool seasonal = layout.Form.HasSeason;
    private readonly bool multiplies = layout.Form.Multiplies;
    private readonly bool trended = layout.Form.HasTrend;
    private readonly double[] bases = new double[values.Length];
    private readonly double[] slopes = new double[values.Length + 1];
    private readonly double[] seasons = new double[values.Length + layout.Season];
    private readonly double[] errors = new double[values.Length];
    private double level;

    /// <summary>The error of each one-step forecast.</summary>
    public ReadOnlySpan<double> Errors => this.errors;

    /// <summary>Goes through the values.</summary>
    /// <param name="point">The parameters.</param>
    /// <returns>The mean squared error; infinite where a base or season that divides is not above 0.</returns>
    public double Forward(ReadOnlySpan<double> point)
    {
        SmoothingWeights weights = layout.Weights(point);
        this.level = point[layout.Level];
        this.slopes[0] = this.trended ? point[layout.Slope] : 0;
        if (this.seasonal)
        {
            point[layout.FirstSeason..].CopyTo(this.seasons);
        }

        for (int t = 0; t < values.Length; t++)
        {
            if (!this.Step(t, weights))
            {
                return double.PositiveInfinity;
            }
        }

        return EightLanes.Dot(this.errors, this.errors) / values.Length;
    }

    /// <summary>The derivatives of the mean squared error at the point of the last <see cref="Forward"/>, by going back through the values.</summary>
    /// <param name="point">The same point.</param>
    /// <param name="gradient">Gets one derivative a parameter.</param>
    public void Backward(ReadOnlySpan<double> point, Span<double> gradient)
    {
        SmoothingWeights weights = layout.Weights(point);
        double[] bySeason = new double[this.seasons.Length];
        SmoothingWeights by = default;
        double byLevel = 0;
        double bySlope = 0;
        for (int t = values.Length - 1; t >= 0; t--)
        {
            by = this.Back(t, weights, by, ref byLevel, ref bySlope, bySeason);
        }

        layout.Chain(point, by, gradient);
        gradient[layout.Level] = byLevel;
        if (this.trended)
        {
            gradient[layout.Slope] = bySlope;
        }

        if (this.seasonal)
        {
            bySeason.AsSpan(0, layout.Season).CopyTo(gradient[layout.FirstSeason..]);
        }
    }

    /// <summary>Goes on from the end of the last <see cref="Forward"/> without errors.</summary>
    /// <param name="point">The same point.</param>
    /// <param name="steps">How many steps.</param>
    public double[] Continue(ReadOnlySpan<double> point, int steps)
    {
        double phi = layout.Weights(point).Phi;
        double[] forecast = new double[steps];
        double slope = this.slopes[values.Length];
        double reached = this.level;
        for (int step = 0; step < steps; step++)
        {
            slope *= phi;
            reached += slope;
            double season = this.seasonal ? this.seasons[values.Length + (step % layout.Season)] : 0;
            forecast[step] = this.multiplies ? reached * season : reached + season;
        }

        return forecast;
    }

    private bool Step(int t, SmoothingWeights weights)
    {
        double slope = weights.Phi * this.slopes[t];
        double reached = this.level + slope;
        double season = this.seasonal ? this.seasons[t] : 0;
        double error = values[t] - (this.multiplies ? reached * season : reached + season);
        if (this.multiplies && !(reached > Tiny && season > Tiny))
        {
            return false;
        }

        double forLevel = this.multiplies ? error / season : error;
        this.bases[t] = reached;
        this.errors[t] = error;
        this.level = reached + (weights.Alpha * forLevel);
        this.slopes[t + 1] = slope + (weights.Beta * forLevel);
        if (this.seasonal)
        {
            this.seasons[t + layout.Season] = season + (weights.Gamma * (this.multiplies ? error / reached : error));
        }

        return true;
    }

    private SmoothingWeights Back(int t, SmoothingWeights weights, SmoothingWeights by, ref double byLevel, ref double bySlope, double[] bySeason)
    {
        double error = this.errors[t];
        double season = this.seasonal ? this.seasons[t] : 0;
        double reached = this.bases[t];
        double byNext = this.seasonal ? bySeason[t + layout.Season] : 0;
        double levelDivisor = this.multiplies ? season : 1;
        double seasonDivisor = this.multiplies ? reached : 1;
        double forLevel = (weights.Alpha * byLevel) + (weights.Beta * bySlope);
        double byError = (2 * error / values.Length) + (forLevel / levelDivisor) + (weights.Gamma * byNext / seasonDivisor);
        double byReached = byLevel - (byError * (this.multiplies ? season : 1)) - (this.multiplies ? weights.Gamma * byNext * error / (reached * reached) : 0);
        if (this.seasonal)
        {
            bySeason[t] = byNext - (byError * (this.multiplies ? reached : 1)) - (this.multiplies ? forLevel * error / (season * season) : 0);
        }

        SmoothingWeights sum = new(
            by.Alpha + (byLevel * error / levelDivisor),
            by.Beta + (bySlope * error / levelDivisor),
            by.Gamma + (byNext * error / seasonDivisor),
            by.Phi + (this.slopes[t] * (byReached + bySlope)));
        bySlope = weights.Phi * (byReached + bySlope);
        byLevel = byReached;
        return sum;
    }
}

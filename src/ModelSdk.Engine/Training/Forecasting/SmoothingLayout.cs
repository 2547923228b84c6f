using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>
/// Where the parameters of exponential smoothing stand in one array: first those of the smoothing, each as a number of any size whose logistic
/// function lies in the allowed range, then the initial level, trend and season.
/// </summary>
/// <param name="Form">The form.</param>
/// <param name="Season">The length of a season.</param>
internal sealed record SmoothingLayout(SmoothingForm Form, int Season)
{
    private const double LeastDamping = 0.8;
    private const double DampingRange = 0.18;

    /// <summary>The place of the trend's smoothing.</summary>
    public static int Trend => 1;

    /// <summary>The place of the season's smoothing.</summary>
    public int Seasonal => this.Form.HasTrend ? 2 : 1;

    /// <summary>The place of the damping.</summary>
    public int Damping => this.Seasonal + (this.Form.HasSeason ? 1 : 0);

    /// <summary>The place of the initial level; also the number of smoothing parameters.</summary>
    public int Level => this.Damping + (this.Form.IsDamped ? 1 : 0);

    /// <summary>The place of the initial trend.</summary>
    public int Slope => this.Level + 1;

    /// <summary>The place of the first initial season.</summary>
    public int FirstSeason => this.Slope + (this.Form.HasTrend ? 1 : 0);

    /// <summary>The number of parameters.</summary>
    public int Count => this.FirstSeason + (this.Form.HasSeason ? this.Season : 0);

    /// <summary>The smoothing parameters of a point.</summary>
    /// <param name="point">One number for each parameter.</param>
    public SmoothingWeights Weights(ReadOnlySpan<double> point)
    {
        double alpha = DeterministicMath.Sigmoid(point[0]);
        return new SmoothingWeights(
            alpha,
            this.Form.HasTrend ? alpha * DeterministicMath.Sigmoid(point[Trend]) : 0,
            this.Form.HasSeason ? (1 - alpha) * DeterministicMath.Sigmoid(point[this.Seasonal]) : 0,
            this.Form.IsDamped ? LeastDamping + (DampingRange * DeterministicMath.Sigmoid(point[this.Damping])) : 1);
    }

    /// <summary>Turns derivatives by the smoothing parameters into derivatives by the point.</summary>
    /// <param name="point">One number for each parameter.</param>
    /// <param name="by">The derivatives by the smoothing parameters.</param>
    /// <param name="gradient">Gets the derivatives by the first <see cref="Level"/> numbers.</param>
    public void Chain(ReadOnlySpan<double> point, SmoothingWeights by, Span<double> gradient)
    {
        double alpha = DeterministicMath.Sigmoid(point[0]);
        double direct = by.Alpha;
        if (this.Form.HasTrend)
        {
            double share = DeterministicMath.Sigmoid(point[Trend]);
            direct += by.Beta * share;
            gradient[Trend] = by.Beta * alpha * share * (1 - share);
        }

        if (this.Form.HasSeason)
        {
            double share = DeterministicMath.Sigmoid(point[this.Seasonal]);
            direct -= by.Gamma * share;
            gradient[this.Seasonal] = by.Gamma * (1 - alpha) * share * (1 - share);
        }

        if (this.Form.IsDamped)
        {
            double share = DeterministicMath.Sigmoid(point[this.Damping]);
            gradient[this.Damping] = by.Phi * DampingRange * share * (1 - share);
        }

        gradient[0] = direct * alpha * (1 - alpha);
    }
}

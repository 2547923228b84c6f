using ModelSdk.Engine.Training.Optimisation;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>
/// Fits exponential smoothing to a series by least one-step squared errors. The search starts from the states of <see cref="SmoothingStart"/> with
/// the best smoothing parameters of a grid, then moves parameters and states together by L-BFGS. The sum of squares has several minima; the one
/// that this start leads to is taken, since lower ones, with states far from the series' own, often forecast worse.
/// </summary>
internal sealed class SmoothingFit
{
    private const int MostIterations = 500;
    private const double Tolerance = 1e-9;
    private static readonly double[] Levels = [0.1, 0.3, 0.5, 0.7, 0.9];
    private static readonly double[] Trends = [0.05, 0.2];
    private static readonly double[] Seasons = [0.05, 0.35, 0.65, 0.95];
    private const double Damping = 0.9;

    private readonly SmoothingRun run;
    private readonly double[] point;
    private readonly double scale;

    private SmoothingFit(SmoothingLayout layout, SmoothingRun run, double[] point, double scale)
    {
        this.Layout = layout;
        this.run = run;
        this.point = point;
        this.scale = scale;
        this.MeanSquaredError = run.Forward(point) * scale * scale;
    }

    /// <summary>Where the parameters stand.</summary>
    public SmoothingLayout Layout { get; }

    /// <summary>The smoothing parameters.</summary>
    public SmoothingWeights Weights => this.Layout.Weights(this.point);

    /// <summary>The mean squared one-step error.</summary>
    public double MeanSquaredError { get; }

    /// <summary>Fits a series.</summary>
    /// <param name="values">The series; all above 0 where the season multiplies.</param>
    /// <param name="form">The form, which the series is long enough for.</param>
    /// <param name="season">The length of a season.</param>
    public static SmoothingFit To(double[] values, SmoothingForm form, int season)
    {
        double scale = EightLanes.Sum(Array.ConvertAll(values, Math.Abs)) / values.Length;
        scale = scale > 0 ? scale : 1;
        double[] scaled = Array.ConvertAll(values, value => value / scale);
        SmoothingLayout layout = new(form, form.HasSeason ? season : 0);
        SmoothingRun run = new(scaled, layout);
        double[] start = BestStart(scaled, layout, run);
        double[] best = new LimitedMemoryBfgs(new SmoothingObjective(run, layout.Count), MostIterations, Tolerance).Minimise(start, _ => { }).Parameters;
        return new SmoothingFit(layout, run, best, scale);
    }

    /// <summary>Forecasts the steps after the series.</summary>
    /// <param name="steps">How many.</param>
    public double[] Forecast(int steps) => Array.ConvertAll(this.run.Continue(this.point, steps), value => value * this.scale);

    private static double[] BestStart(double[] values, SmoothingLayout layout, SmoothingRun run)
    {
        double[] states = SmoothingStart.Of(values, layout);
        double[] best = states;
        double least = double.PositiveInfinity;
        foreach (double[] smoothing in Grid(layout))
        {
            double[] candidate = [.. smoothing, .. states[layout.Level..]];
            double value = run.Forward(candidate);
            (best, least) = value < least ? (candidate, value) : (best, least);
        }

        return best;
    }

    private static IEnumerable<double[]> Grid(SmoothingLayout layout) =>
        from level in Levels
        from trend in layout.Form.HasTrend ? Trends : [double.NaN]
        from season in layout.Form.HasSeason ? Seasons : [double.NaN]
        select new[] { level, trend, season, layout.Form.IsDamped ? Damping : double.NaN }.Where(share => !double.IsNaN(share)).Select(Logit).ToArray();

    private static double Logit(double share) => DeterministicMath.Log(share / (1 - share));
}

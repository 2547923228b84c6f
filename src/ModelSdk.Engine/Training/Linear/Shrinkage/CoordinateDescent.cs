using System.Globalization;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training.Optimisation;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Linear.Shrinkage;

/// <summary>
/// Minimises ½ ‖y − Xb‖² + absolute · Σ |b| + ½ · squared · Σ b² one coefficient after the other, on the products of columns (covariance updates:
/// Friedman, Hastie and Tibshirani, "Regularization paths for generalized linear models via coordinate descent", 2010, section 2.2).
/// </summary>
/// <param name="moments">The products.</param>
/// <param name="absolute">The weight of Σ |b|, at least 0.</param>
/// <param name="squared">The weight of ½ Σ b², at least 0.</param>
internal sealed class CoordinateDescent(CentredMoments moments, double absolute, double squared)
{
    private readonly int width = moments.Width;
    private readonly double[] fitted = new double[moments.Width];
    private readonly ConvergenceCurve curve = new();

    /// <summary>The coefficients.</summary>
    public double[] Coefficients { get; } = new double[moments.Width];

    /// <summary>Whether the duality gap is within the tolerance.</summary>
    public bool Converged { get; private set; }

    /// <summary>How many times all coefficients were visited.</summary>
    public int Sweeps { get; private set; }

    /// <summary>The duality gap at the end, as a share of ‖y‖².</summary>
    public double Gap { get; private set; } = double.PositiveInfinity;

    /// <summary>The objective after each sweep, times a factor.</summary>
    public IReadOnlyList<ConvergencePoint> Convergence => this.curve.ToList();

    /// <summary>Minimises.</summary>
    /// <param name="start">Where to begin.</param>
    /// <param name="maximumSweeps">How many sweeps at most.</param>
    /// <param name="tolerance">It has converged when the duality gap is at most this share of ‖y‖².</param>
    /// <param name="unit">What the recorded objective is multiplied with.</param>
    /// <param name="log">Gets progress.</param>
    /// <param name="cancellation">Stops the work.</param>
    public void Run(ReadOnlySpan<double> start, int maximumSweeps, double tolerance, double unit, IEngineLog log, CancellationToken cancellation)
    {
        for (int column = 0; column < this.width; column++)
        {
            this.Move(column, start[column]);
        }

        this.curve.Add(new ConvergencePoint(0, this.Objective() * unit));
        while (!this.Converged && this.Sweeps < maximumSweeps)
        {
            cancellation.ThrowIfCancellationRequested();
            this.Sweep();
            this.Sweeps++;
            this.curve.Add(new ConvergencePoint(this.Sweeps, this.Objective() * unit));
            log.Progress(string.Create(CultureInfo.InvariantCulture, $"sweep {this.Sweeps}, objective {this.Objective() * unit:G6}"));
            this.Gap = moments.LabelSquare > 0 ? this.DualityGap() / moments.LabelSquare : 0;
            this.Converged = this.Gap <= tolerance;
        }
    }

    private void Sweep()
    {
        for (int column = 0; column < this.width; column++)
        {
            double own = moments.Products[(column * this.width) + column];
            double slope = moments.LabelProducts[column] - this.fitted[column] + (own * this.Coefficients[column]);
            double shrunk = Math.Max(0, Math.Abs(slope) - absolute);
            this.Move(column, own + squared > 0 ? Math.Sign(slope) * shrunk / (own + squared) : 0);
        }
    }

    private void Move(int column, double coefficient)
    {
        double change = coefficient - this.Coefficients[column];
        if (change != 0)
        {
            this.Coefficients[column] = coefficient;
            EightLanes.AddScaled(change, moments.Products.AsSpan(column * this.width, this.width), this.fitted);
        }
    }

    private double ResidualSquare() => Math.Max(
        0, moments.LabelSquare + EightLanes.Dot(this.Coefficients, this.fitted) - (2 * EightLanes.Dot(this.Coefficients, moments.LabelProducts)));

    private double Objective() =>
        (0.5 * this.ResidualSquare()) + (absolute * this.AbsoluteSum()) + (0.5 * squared * EightLanes.Dot(this.Coefficients, this.Coefficients));

    private double AbsoluteSum() => this.Coefficients.Sum(Math.Abs);

    // The dual point is the residual, shrunk until no column's slope exceeds the penalty (Kim, Koh, Lustig, Boyd and Gorinevsky 2007).
    private double DualityGap()
    {
        double largest = 0;
        for (int column = 0; column < this.width; column++)
        {
            largest = Math.Max(largest, Math.Abs(moments.LabelProducts[column] - this.fitted[column] - (squared * this.Coefficients[column])));
        }

        double share = largest > absolute ? absolute / largest : 1;
        double residual = this.ResidualSquare();
        double norm = EightLanes.Dot(this.Coefficients, this.Coefficients);
        double labelled = moments.LabelSquare - EightLanes.Dot(this.Coefficients, moments.LabelProducts);
        return (0.5 * residual * (1 + (share * share))) + (absolute * this.AbsoluteSum()) - (share * labelled) + (0.5 * squared * (1 + (share * share)) * norm);
    }
}

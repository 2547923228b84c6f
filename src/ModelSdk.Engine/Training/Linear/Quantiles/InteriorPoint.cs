using System.Globalization;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training.Linear.LeastSquares;
using ModelSdk.Engine.Training.Optimisation;

namespace ModelSdk.Engine.Training.Linear.Quantiles;

/// <summary>
/// The Frisch–Newton method for quantile regression (Portnoy and Koenker, "The Gaussian hare and the Laplacian tortoise", 1997, section 4): a
/// primal-dual interior point method on max y'a where X'a = Σ (1 − quantile) · weight · row and 0 ≤ a ≤ weight, with Mehrotra's predictor and corrector.
/// The difference of both problems' values bounds how far the objective is from its minimum.
/// </summary>
/// <param name="rows">The rows.</param>
/// <param name="log">Gets progress.</param>
internal sealed class InteriorPoint(QuantileRows rows, IEngineLog log)
{
    private const int MostIterations = 200;
    private const double ShareOfLongestStep = 0.99995;

    private readonly InteriorPointState state = new(rows);
    private readonly ConvergenceCurve curve = new();
    private readonly double[] fitted = new double[rows.Count];

    /// <summary>The intercept, then the coefficients, for labels centred and scaled; the best that was found.</summary>
    public double[] Parameters { get; private set; } = new double[rows.Width + 1];

    /// <summary>The objective there.</summary>
    public double Objective { get; private set; } = double.PositiveInfinity;

    /// <summary>At most this share of the objective lies above the minimum.</summary>
    public double Gap { get; private set; } = double.PositiveInfinity;

    /// <summary>How many steps were made.</summary>
    public int Iterations { get; private set; }

    /// <summary>The objective after each step, times a factor.</summary>
    public IReadOnlyList<ConvergencePoint> Convergence => this.curve.ToList();

    /// <summary>Minimises.</summary>
    /// <param name="tolerance">The gap that is small enough.</param>
    /// <param name="maximumIterations">How many steps at most.</param>
    /// <param name="unit">What the recorded objective is multiplied with.</param>
    public void Run(double tolerance, int maximumIterations, double unit)
    {
        double[] parameters = this.Begin();
        this.Judge(parameters, unit);
        int limit = Math.Min(MostIterations, maximumIterations);
        while (this.Gap > tolerance && this.Iterations < limit && this.Step(parameters))
        {
            this.Iterations++;
            this.Judge(parameters, unit);
            log.Progress(string.Create(CultureInfo.InvariantCulture, $"iteration {this.Iterations}, objective {this.Objective * unit:G6}"));
        }
    }

    // Least squares, whose residuals give the first slacks.
    private double[] Begin()
    {
        DoubleDouble[] right = [.. rows.Sum([.. rows.Bounds.Zip(rows.Labels, (bound, label) => bound * label)]).Select(value => (DoubleDouble)value)];
        new NormalEquations(rows.Factorise(rows.Bounds)).Solve(right);
        double[] parameters = [.. right.Select(value => value.ToDouble())];
        rows.Multiply(parameters, this.fitted);
        this.state.Begin(this.fitted);
        return parameters;
    }

    private bool Step(double[] parameters)
    {
        Elimination factors = rows.Factorise(this.state.Curvatures());
        this.state.SetSlopes(centring: 0);
        double[] affine = this.Solve(factors);
        (double primal, double dual) = this.state.LongestSteps(ShareOfLongestStep);
        if (Math.Min(primal, dual) < 1)
        {
            this.state.SetSlopes(this.state.Centring(primal, dual));
            affine = this.Solve(factors);
            (primal, dual) = this.state.LongestSteps(ShareOfLongestStep);
        }

        this.state.Move(primal, dual);
        bool finite = true;
        for (int place = 0; place < parameters.Length; place++)
        {
            parameters[place] -= dual * affine[place];
            finite &= double.IsFinite(parameters[place]);
        }

        return finite && Math.Max(primal, dual) > 1e-12;
    }

    private double[] Solve(Elimination factors)
    {
        DoubleDouble[] right = [.. rows.Sum(this.state.RightSide()).Select(value => (DoubleDouble)value)];
        new NormalEquations(factors).Solve(right);
        double[] change = [.. right.Select(value => value.ToDouble())];
        rows.Multiply(change, this.fitted);
        this.state.SetDirection(this.fitted);
        return change;
    }

    private void Judge(double[] parameters, double unit)
    {
        rows.Multiply(parameters, this.fitted);
        double objective = rows.Objective(this.fitted);
        double bound = this.state.DualValue();
        if (objective < this.Objective)
        {
            this.Objective = objective;
            this.Parameters = [.. parameters];
        }

        this.Gap = this.Objective > 0 ? Math.Max(0, this.Objective - bound) / this.Objective : 0;
        this.curve.Add(new ConvergencePoint(this.Iterations, this.Objective * unit));
    }
}

using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Linear.Quantiles;

/// <summary>
/// The point that the interior point method stands at: for each row the dual value a, its distance b from the bound, and the slacks z and w of both,
/// all positive, with z − w = fitted − label. Rows without weight stay out.
/// </summary>
internal sealed class InteriorPointState
{
    private readonly QuantileRows rows;
    private readonly double[] a;
    private readonly double[] b;
    private readonly double[] z;
    private readonly double[] w;
    private readonly double[] curvatures;
    private readonly double[] slopes;
    private readonly double[] stepA;
    private readonly double[] stepZ;
    private readonly double[] stepW;
    private double centring;

    /// <summary>Creates the state.</summary>
    /// <param name="rows">The rows.</param>
    public InteriorPointState(QuantileRows rows)
    {
        this.rows = rows;
        this.a = new double[rows.Count];
        this.b = new double[rows.Count];
        this.z = new double[rows.Count];
        this.w = new double[rows.Count];
        this.curvatures = new double[rows.Count];
        this.slopes = new double[rows.Count];
        this.stepA = new double[rows.Count];
        this.stepZ = new double[rows.Count];
        this.stepW = new double[rows.Count];
    }

    /// <summary>Starts within the bounds, with the residuals as slacks.</summary>
    /// <param name="fitted">What the first parameters give for each row.</param>
    public void Begin(double[] fitted) => this.ForEach(row =>
    {
        const double Least = 1e-3;
        this.a[row] = (1 - this.rows.Quantile(row)) * this.rows.Bounds[row];
        this.b[row] = this.rows.Quantile(row) * this.rows.Bounds[row];
        double excess = fitted[row] - this.rows.Labels[row];
        this.z[row] = Math.Max(excess, 0) + Least;
        this.w[row] = Math.Max(-excess, 0) + Least;
    });

    /// <summary>1 / (z/a + w/b) for each row.</summary>
    public double[] Curvatures()
    {
        this.ForEach(row => this.curvatures[row] = 1 / ((this.z[row] / this.a[row]) + (this.w[row] / this.b[row])));
        return this.curvatures;
    }

    /// <summary>Sets what the step must make up for: towards complementarity, or towards products of the given size beside the last step's error.</summary>
    /// <param name="centring">The products' size; 0 for the first, affine step.</param>
    public void SetSlopes(double centring)
    {
        this.centring = centring;
        bool corrects = centring > 0;
        this.ForEach(row =>
        {
            double lower = corrects ? (centring - (this.stepA[row] * this.stepZ[row])) / this.a[row] : 0;
            double upper = corrects ? (centring + (this.stepA[row] * this.stepW[row])) / this.b[row] : 0;
            this.slopes[row] = this.z[row] - this.w[row] - lower + upper;
        });
    }

    /// <summary>The right side of the normal equations, before it is summed over the rows.</summary>
    public double[] RightSide()
    {
        double[] values = new double[this.rows.Count];
        this.ForEach(row => values[row] = this.curvatures[row] * this.slopes[row]);
        return values;
    }

    /// <summary>Sets the direction that goes with a change of the parameters.</summary>
    /// <param name="change">What the change gives for each row.</param>
    public void SetDirection(double[] change)
    {
        bool corrects = this.centring > 0;
        this.ForEach(row =>
        {
            double lower = corrects ? this.centring - (this.stepA[row] * this.stepZ[row]) : 0;
            double upper = corrects ? this.centring + (this.stepA[row] * this.stepW[row]) : 0;
            double step = this.curvatures[row] * (change[row] - this.slopes[row]);
            this.stepA[row] = step;
            this.stepZ[row] = (lower / this.a[row]) - this.z[row] - (this.z[row] / this.a[row] * step);
            this.stepW[row] = (upper / this.b[row]) - this.w[row] + (this.w[row] / this.b[row] * step);
        });
    }

    /// <summary>How far the point may go before a value becomes negative, at most 1.</summary>
    /// <param name="share">Which share of that is taken.</param>
    /// <returns>For a and b, and for z and w.</returns>
    public (double Primal, double Dual) LongestSteps(double share)
    {
        double primal = double.PositiveInfinity;
        double dual = double.PositiveInfinity;
        for (int row = 0; row < this.a.Length; row++)
        {
            if (this.rows.Bounds[row] > 0)
            {
                primal = Math.Min(primal, this.stepA[row] < 0 ? -this.a[row] / this.stepA[row] : this.stepA[row] > 0 ? this.b[row] / this.stepA[row] : primal);
                dual = Math.Min(dual, this.stepZ[row] < 0 ? -this.z[row] / this.stepZ[row] : dual);
                dual = Math.Min(dual, this.stepW[row] < 0 ? -this.w[row] / this.stepW[row] : dual);
            }
        }

        return (Math.Min(1, share * primal), Math.Min(1, share * dual));
    }

    /// <summary>The size of products to aim at: the smaller, the better the affine step does (Mehrotra 1992).</summary>
    /// <param name="primal">How far a and b could go.</param>
    /// <param name="dual">How far z and w could go.</param>
    public double Centring(double primal, double dual)
    {
        double now = this.Total(row => (this.a[row] * this.z[row]) + (this.b[row] * this.w[row]));
        double then = this.Total(row =>
            ((this.a[row] + (primal * this.stepA[row])) * (this.z[row] + (dual * this.stepZ[row])))
            + ((this.b[row] - (primal * this.stepA[row])) * (this.w[row] + (dual * this.stepW[row]))));
        double ratio = then / now;
        return now * ratio * ratio * ratio / (2 * this.rows.Count);
    }

    /// <summary>Goes along the direction.</summary>
    /// <param name="primal">How far a and b go.</param>
    /// <param name="dual">How far z and w go.</param>
    public void Move(double primal, double dual) => this.ForEach(row =>
    {
        this.a[row] += primal * this.stepA[row];
        this.b[row] -= primal * this.stepA[row];
        this.z[row] += dual * this.stepZ[row];
        this.w[row] += dual * this.stepW[row];
    });

    /// <summary>The dual objective, no greater than the minimum.</summary>
    public double DualValue() => this.Total(row => this.rows.Labels[row] * (this.a[row] - ((1 - this.rows.Quantile(row)) * this.rows.Bounds[row])));

    private void ForEach(Action<int> work)
    {
        for (int row = 0; row < this.a.Length; row++)
        {
            if (this.rows.Bounds[row] > 0)
            {
                work(row);
            }
        }
    }

    private double Total(Func<int, double> value)
    {
        double[] values = new double[this.rows.Count];
        this.ForEach(row => values[row] = value(row));
        return EightLanes.Sum(values);
    }
}

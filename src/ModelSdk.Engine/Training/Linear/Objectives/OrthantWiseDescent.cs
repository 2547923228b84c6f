using System.Globalization;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training.Optimisation;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Linear.Objectives;

/// <summary>
/// OWL-QN (Andrew and Gao, "Scalable training of L1-regularized log-linear models", ICML 2007): minimises a smooth objective plus a multiple of the
/// absolute coefficients by L-BFGS within one orthant at a time, so that coefficients become exactly 0.
/// </summary>
/// <param name="objective">The smooth part.</param>
/// <param name="penalty">The weight of Σ |coefficient|, above 0.</param>
/// <param name="penalised">How many parameters, from the first, are penalised.</param>
/// <param name="settings">Iterations and tolerance.</param>
/// <param name="log">Gets progress.</param>
internal sealed class OrthantWiseDescent(IObjective objective, double penalty, int penalised, OptimiserSettings settings, IEngineLog log)
{
    private const int Memory = 10;
    private const int MostHalvings = 50;
    private const double SufficientDecrease = 1e-4;

    private readonly CurvatureMemory memory = new(Memory);
    private readonly ConvergenceCurve curve = new();
    private double[] point = [];
    private double[] gradient = [];
    private double value;

    /// <summary>Minimises.</summary>
    /// <param name="start">Where to begin.</param>
    public MinimumResult Minimise(double[] start)
    {
        this.point = [.. start];
        this.gradient = new double[start.Length];
        this.value = this.Evaluate(this.point, this.gradient);
        this.curve.Add(new ConvergencePoint(0, this.value));
        int iteration = 0;
        while (iteration < settings.MaximumIterations && GradientNorm.Largest(this.Slopes()) > settings.Tolerance && this.Step())
        {
            iteration++;
            this.curve.Add(new ConvergencePoint(iteration, this.value));
            log.Progress(string.Create(CultureInfo.InvariantCulture, $"iteration {iteration}, objective {this.value:G6}"));
        }

        double largest = GradientNorm.Largest(this.Slopes());
        return new MinimumResult(this.point, largest, largest <= settings.Tolerance, this.curve.ToList()) { Iterations = iteration };
    }

    private double Evaluate(double[] parameters, double[] slopes)
    {
        double absolute = 0;
        foreach (double parameter in parameters.AsSpan(0, penalised))
        {
            absolute += Math.Abs(parameter);
        }

        return objective.Evaluate(parameters, slopes) + (penalty * absolute);
    }

    // The one-sided derivative of least size in the direction of descent (equation 4 there).
    private double[] Slopes()
    {
        double[] slopes = [.. this.gradient];
        for (int index = 0; index < penalised; index++)
        {
            double slope = this.gradient[index];
            slopes[index] = this.point[index] != 0 ? slope + (penalty * Math.Sign(this.point[index]))
                : slope + penalty < 0 ? slope + penalty
                : slope - penalty > 0 ? slope - penalty
                : 0;
        }

        return slopes;
    }

    private bool Step()
    {
        if (this.TryStep())
        {
            return true;
        }

        bool hadMemory = !this.memory.IsEmpty;
        this.memory.Clear();
        return hadMemory && this.TryStep();
    }

    private bool TryStep()
    {
        double[] slopes = this.Slopes();
        double[] direction = this.Direction(slopes);
        double[] candidateGradient = new double[slopes.Length];
        double length = this.memory.IsEmpty ? 1 / Math.Sqrt(Math.Max(1, EightLanes.Dot(slopes, slopes))) : 1;
        for (int halving = 0; halving < MostHalvings; halving++, length *= 0.5)
        {
            double[] candidate = this.Project(direction, slopes, length);
            double candidateValue = this.Evaluate(candidate, candidateGradient);
            double[] step = Difference(candidate, this.point);
            if (candidateValue < this.value && candidateValue <= this.value + (SufficientDecrease * EightLanes.Dot(slopes, step)))
            {
                this.memory.Add(step, Difference(candidateGradient, this.gradient));
                (this.point, this.gradient, this.value) = (candidate, candidateGradient, candidateValue);
                return true;
            }
        }

        return false;
    }

    // Components that would climb are dropped.
    private double[] Direction(double[] slopes)
    {
        double[] direction = this.memory.Direction(slopes);
        for (int index = 0; index < penalised; index++)
        {
            direction[index] = direction[index] * slopes[index] < 0 ? direction[index] : 0;
        }

        return direction;
    }

    // A coefficient that would change its sign stops at 0.
    private double[] Project(double[] direction, double[] slopes, double length)
    {
        double[] candidate = [.. this.point];
        EightLanes.AddScaled(length, direction, candidate);
        for (int index = 0; index < penalised; index++)
        {
            double side = this.point[index] != 0 ? this.point[index] : -slopes[index];
            candidate[index] = candidate[index] * side > 0 ? candidate[index] : 0;
        }

        return candidate;
    }

    private static double[] Difference(double[] left, double[] right)
    {
        double[] difference = [.. left];
        EightLanes.AddScaled(-1, right, difference);
        return difference;
    }
}

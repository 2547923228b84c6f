using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Optimisation;

/// <summary>L-BFGS (Liu and Nocedal 1989; Nocedal and Wright, Numerical Optimization, 2nd edition, algorithm 7.5) with a strong-Wolfe line search.</summary>
/// <param name="objective">What is minimised.</param>
/// <param name="maximumIterations">How many steps it may take.</param>
/// <param name="tolerance">It has converged when no component of the gradient is larger.</param>
internal sealed class LimitedMemoryBfgs(IObjective objective, int maximumIterations, double tolerance)
{
    private const int Memory = 10;

    private readonly CurvatureMemory memory = new(Memory);
    private readonly List<ConvergencePoint> convergence = [];
    private double[] parameters = [];
    private double[] gradient = new double[objective.Count];
    private double value;

    /// <summary>Minimises the objective.</summary>
    /// <param name="start">Where to begin.</param>
    /// <param name="progress">Gets iteration and objective.</param>
    public MinimumResult Minimise(double[] start, Action<ConvergencePoint> progress)
    {
        this.parameters = [.. start];
        this.value = objective.Evaluate(this.parameters, this.gradient);
        this.convergence.Add(new ConvergencePoint(0, this.value));
        for (int iteration = 1; iteration <= maximumIterations && this.LargestComponent() > tolerance && this.Step(); iteration++)
        {
            this.convergence.Add(new ConvergencePoint(iteration, this.value));
            progress(this.convergence[^1]);
        }

        double largest = this.LargestComponent();
        return new MinimumResult(this.parameters, largest, largest <= tolerance, this.convergence);
    }

    private bool Step()
    {
        if (this.TryStep())
        {
            return true;
        }

        // The remembered curvature may have gone stale: steepest descent gets one more chance.
        bool hadMemory = !this.memory.IsEmpty;
        this.memory.Clear();
        return hadMemory && this.TryStep();
    }

    private bool TryStep()
    {
        double[] direction = this.memory.Direction(this.gradient);
        double slope = EightLanes.Dot(direction, this.gradient);
        double[] candidate = new double[this.parameters.Length];
        double[] candidateGradient = new double[this.parameters.Length];
        LinePoint last = default;
        LinePoint Evaluate(double step)
        {
            this.parameters.CopyTo(candidate, 0);
            EightLanes.AddScaled(step, direction, candidate);
            double candidateValue = objective.Evaluate(candidate, candidateGradient);
            last = new LinePoint(step, candidateValue, EightLanes.Dot(direction, candidateGradient));
            return last;
        }

        double firstStep = this.memory.IsEmpty ? 1 / Math.Sqrt(Math.Max(1, EightLanes.Dot(this.gradient, this.gradient))) : 1;
        LinePoint? found = slope < 0 ? new WolfeLineSearch(Evaluate).Search(new LinePoint(0, this.value, slope), firstStep) : null;
        if (found is not { } point)
        {
            return false;
        }

        // The search may have ended on an earlier point than the last one it evaluated.
        this.value = point == last ? last.Value : Evaluate(point.Step).Value;
        this.Move(candidate, candidateGradient);
        return true;
    }

    private void Move(double[] candidate, double[] candidateGradient)
    {
        double[] step = [.. candidate];
        EightLanes.AddScaled(-1, this.parameters, step);
        double[] change = [.. candidateGradient];
        EightLanes.AddScaled(-1, this.gradient, change);
        this.memory.Add(step, change);
        this.parameters = candidate;
        this.gradient = candidateGradient;
    }

    private double LargestComponent()
    {
        double largest = 0;
        foreach (double component in this.gradient)
        {
            largest = Math.Abs(component) > largest || double.IsNaN(component) ? Math.Abs(component) : largest;
        }

        return double.IsNaN(largest) ? double.PositiveInfinity : largest;
    }
}

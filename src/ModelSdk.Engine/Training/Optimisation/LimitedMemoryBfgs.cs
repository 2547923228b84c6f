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
    private double[] parameters = [];
    private double[] gradient = new double[objective.Count];
    private double value;

    /// <summary>Minimises the objective.</summary>
    /// <param name="start">Where to begin.</param>
    /// <param name="monitor">Hears of every point and may stop.</param>
    public MinimumResult Minimise(double[] start, ConvergenceMonitor monitor)
    {
        bool goesOn = this.Minimise(
            start, () => monitor.Begin(this.value, this.parameters), iteration => monitor.Continue(iteration, this.value, this.parameters));
        double largest = GradientNorm.Largest(this.gradient);
        return monitor.Result(this.parameters, largest, largest <= tolerance || !goesOn);
    }

    /// <summary>Minimises the objective.</summary>
    /// <param name="start">Where to begin.</param>
    /// <param name="progress">Gets iteration and objective.</param>
    public MinimumResult Minimise(double[] start, Action<ConvergencePoint> progress)
    {
        ConvergenceCurve curve = new();
        bool Record(int iteration)
        {
            ConvergencePoint point = new(iteration, this.value);
            curve.Add(point);
            progress(point);
            return true;
        }

        this.Minimise(start, () => curve.Add(new ConvergencePoint(0, this.value)), Record);
        double largest = GradientNorm.Largest(this.gradient);
        IReadOnlyList<ConvergencePoint> points = curve.ToList();
        return new MinimumResult(this.parameters, largest, largest <= tolerance, points) { Iterations = points[^1].Iteration };
    }

    private bool Minimise(double[] start, Action begin, Func<int, bool> goesOn)
    {
        this.parameters = [.. start];
        this.value = objective.Evaluate(this.parameters, this.gradient);
        begin();
        for (int iteration = 1; iteration <= maximumIterations && GradientNorm.Largest(this.gradient) > tolerance && this.Step(); iteration++)
        {
            if (!goesOn(iteration))
            {
                return false;
            }
        }

        return true;
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
}

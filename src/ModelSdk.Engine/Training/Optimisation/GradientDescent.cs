namespace ModelSdk.Engine.Training.Optimisation;

/// <summary>
/// Descent along the gradient over all rows: θ ← θ − η ∇f(θ) (Cauchy 1847; Nocedal and Wright, Numerical Optimization, 2nd edition, §2.2), by a
/// rate, not by a line search.
/// </summary>
/// <param name="objective">What is minimised.</param>
/// <param name="settings">Rate, limits, tolerance.</param>
/// <param name="rule">What makes a step of a gradient.</param>
internal sealed class GradientDescent(IObjective objective, OptimiserSettings settings, IUpdateRule rule)
{
    /// <summary>Minimises the objective.</summary>
    /// <param name="start">Where to begin.</param>
    /// <param name="monitor">Hears of every point and may stop.</param>
    public MinimumResult Minimise(double[] start, ConvergenceMonitor monitor)
    {
        double[] parameters = [.. start];
        double[] gradient = new double[objective.Count];
        monitor.Begin(objective.Evaluate(parameters, gradient), parameters);
        double largest = GradientNorm.Largest(gradient);
        bool goesOn = true;
        for (int iteration = 1; goesOn && iteration <= settings.MaximumIterations && largest > settings.Tolerance; iteration++)
        {
            rule.Apply(parameters, gradient, settings.Rate.At(iteration, iteration - 1));
            double value = objective.Evaluate(parameters, gradient);
            largest = GradientNorm.Largest(gradient);
            goesOn = monitor.Continue(iteration, value, parameters);
        }

        return monitor.Result(parameters, largest, largest <= settings.Tolerance);
    }
}

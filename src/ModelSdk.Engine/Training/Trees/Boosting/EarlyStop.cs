namespace ModelSdk.Engine.Training.Trees;

/// <summary>Watches the objective on validation rows.</summary>
/// <param name="patience">After how many iterations without progress to stop; 0 for never.</param>
internal sealed class EarlyStop(int patience)
{
    private readonly List<ConvergencePoint> points = [];

    /// <summary>The objective after each iteration.</summary>
    public IReadOnlyList<ConvergencePoint> Points => this.points;

    /// <summary>The iteration with the least objective; of equal ones the first.</summary>
    public int BestIteration { get; private set; }

    /// <summary>The least objective.</summary>
    public double BestObjective { get; private set; } = double.PositiveInfinity;

    /// <summary>Records an iteration.</summary>
    /// <param name="iteration">The iteration; 0 is the start.</param>
    /// <param name="objective">The objective.</param>
    /// <returns>Whether to stop.</returns>
    public bool Stops(int iteration, double objective)
    {
        this.points.Add(new ConvergencePoint(iteration, objective));
        if (objective < this.BestObjective)
        {
            this.BestObjective = objective;
            this.BestIteration = iteration;
        }

        return patience > 0 && iteration - this.BestIteration >= patience;
    }
}

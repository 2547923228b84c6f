namespace ModelSdk.Engine.Training.Optimisation;

/// <summary>
/// A convergence curve of at most <see cref="Capacity"/> points and the last one: where there are more, every second is dropped, then every second
/// of these, and so on.
/// </summary>
internal sealed class ConvergenceCurve
{
    /// <summary>How many points are kept, not counting the last.</summary>
    public const int Capacity = 1000;

    private readonly List<ConvergencePoint> points = [];
    private ConvergencePoint? last;
    private int stride = 1;

    /// <summary>Adds a point.</summary>
    /// <param name="point">Its iteration is one more than that of the point before.</param>
    public void Add(ConvergencePoint point)
    {
        this.last = point;
        if (point.Iteration % this.stride != 0)
        {
            return;
        }

        this.points.Add(point);
        if (this.points.Count > Capacity)
        {
            this.stride *= 2;
            this.points.RemoveAll(kept => kept.Iteration % this.stride != 0);
        }
    }

    /// <summary>The kept points, the first and the last among them.</summary>
    public IReadOnlyList<ConvergencePoint> ToList() => this.last is null || this.points[^1] == this.last ? [.. this.points] : [.. this.points, this.last];
}

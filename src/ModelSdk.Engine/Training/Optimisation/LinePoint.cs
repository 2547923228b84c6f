namespace ModelSdk.Engine.Training.Optimisation;

/// <summary>A point on a search line.</summary>
/// <param name="Step">How far along the direction.</param>
/// <param name="Value">The objective.</param>
/// <param name="Slope">Its derivative along the direction.</param>
internal readonly record struct LinePoint(double Step, double Value, double Slope)
{
    public bool IsFinite => double.IsFinite(this.Value) && double.IsFinite(this.Slope);
}

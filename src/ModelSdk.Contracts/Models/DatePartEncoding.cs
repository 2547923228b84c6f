namespace ModelSdk.Contracts.Models;

/// <summary>How one part of a date becomes columns: one, (part − <see cref="Mean"/>) / <see cref="Scale"/>, or two.</summary>
/// <param name="Part">The part.</param>
/// <param name="IsCyclical">Whether it is a point on a circle, sine and cosine of its turn, so that December lies beside January; both are 0 where the date is missing.</param>
public sealed record DatePartEncoding(DatePart Part, bool IsCyclical)
{
    /// <summary>Subtracted before scaling; 0 where the part is cyclical.</summary>
    public double Mean { get; init; }

    /// <summary>Divided by, more than 0; 1 where the part is cyclical.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>How many columns it fills.</summary>
    public int Width => this.IsCyclical ? 2 : 1;
}

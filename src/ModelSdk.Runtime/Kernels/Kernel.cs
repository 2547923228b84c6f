namespace ModelSdk.Runtime.Kernels;

/// <summary>Turns the slots of a row into margins. Immutable, so that every thread may use it.</summary>
internal abstract class Kernel
{
    /// <summary>How many margins a row has.</summary>
    public abstract int OutputCount { get; }

    /// <summary>Computes the margins of one row without allocating.</summary>
    /// <param name="slots">One double for each feature.</param>
    /// <param name="margins">One double for each output; overwritten.</param>
    public abstract void ComputeMargins(ReadOnlySpan<double> slots, Span<double> margins);
}

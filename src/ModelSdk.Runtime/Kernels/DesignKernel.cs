using System.Buffers;
using ModelSdk.Contracts.Models;
using ModelSdk.Runtime.Features;

namespace ModelSdk.Runtime.Kernels;

/// <summary>A kernel that works on the encoded columns of a row.</summary>
/// <param name="encodings">The features, checked.</param>
internal abstract class DesignKernel(IReadOnlyList<FeatureEncoding> encodings) : Kernel
{
    private readonly FeatureEncoder encoder = new(encodings);

    /// <summary>How the row's columns come about.</summary>
    protected FeatureEncoder Encoder => this.encoder;

    /// <inheritdoc/>
    public sealed override void ComputeMargins(ReadOnlySpan<double> slots, Span<double> margins)
    {
        int width = this.encoder.DenseColumns.Count;
        double[] dense = ArrayPool<double>.Shared.Rent(width);
        int[] codes = ArrayPool<int>.Shared.Rent(this.encoder.CodeCount);
        this.encoder.Encode(slots, dense.AsSpan(0, width), codes.AsSpan(0, this.encoder.CodeCount));
        this.ComputeMargins(dense.AsSpan(0, width), codes.AsSpan(0, this.encoder.CodeCount), margins);
        ArrayPool<double>.Shared.Return(dense);
        ArrayPool<int>.Shared.Return(codes);
    }

    /// <summary>Computes the margins of one encoded row without allocating.</summary>
    /// <param name="dense">The dense columns (see <see cref="FeatureEncoder.DenseColumns"/>).</param>
    /// <param name="codes">For each group of indicators the column that is 1, or −1.</param>
    /// <param name="margins">One double for each output; overwritten.</param>
    protected abstract void ComputeMargins(ReadOnlySpan<double> dense, ReadOnlySpan<int> codes, Span<double> margins);
}

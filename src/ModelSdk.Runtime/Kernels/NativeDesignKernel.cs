using ModelSdk.Contracts.Models;

namespace ModelSdk.Runtime.Kernels;

/// <summary>Encodes a row in the native form, which has numbers only, and hands it to a kernel that reads columns as slots.</summary>
/// <param name="encodings">The features, all native.</param>
/// <param name="inner">A kernel of as many slots as there are columns.</param>
internal sealed class NativeDesignKernel(IReadOnlyList<FeatureEncoding> encodings, Kernel inner) : DesignKernel(encodings)
{
    /// <inheritdoc/>
    public override int OutputCount => inner.OutputCount;

    /// <inheritdoc/>
    protected override void ComputeMargins(ReadOnlySpan<double> dense, ReadOnlySpan<int> codes, Span<double> margins) => inner.ComputeMargins(dense, margins);
}

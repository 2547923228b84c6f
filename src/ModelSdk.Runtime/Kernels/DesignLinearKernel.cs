using ModelSdk.Contracts.Models;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Runtime.Kernels;

/// <summary>
/// A linear model of features that are more than scaled numbers and categories: margin = intercept + Σ coefficient · encoded column. The order of
/// additions is fixed: the intercept and the eight-lane dot product over the dense columns, then the indicators, in slot order.
/// </summary>
internal sealed class DesignLinearKernel : DesignKernel
{
    private readonly CoefficientMatrix coefficients;
    private readonly double[] weights;
    private readonly double[] intercepts;

    /// <summary>Repacks a model file's tensors.</summary>
    /// <param name="file">The model file.</param>
    /// <param name="encodings">The features, checked.</param>
    /// <param name="outputs">How many margins the task needs.</param>
    /// <exception cref="ModelFormatException">The tensors do not fit.</exception>
    public DesignLinearKernel(ModelFile file, IReadOnlyList<FeatureEncoding> encodings, int outputs)
        : base(encodings)
    {
        this.coefficients = new CoefficientMatrix(file, outputs, this.Encoder.Width);
        this.intercepts = FiniteTensor.Read(file, ModelKeys.Intercepts, outputs);
        IReadOnlyList<int> dense = this.Encoder.DenseColumns;
        this.weights = [.. Enumerable.Range(0, outputs).SelectMany(output => dense.Select(column => this.coefficients[output, column]))];
    }

    /// <inheritdoc/>
    public override int OutputCount => this.intercepts.Length;

    /// <inheritdoc/>
    protected override void ComputeMargins(ReadOnlySpan<double> dense, ReadOnlySpan<int> codes, Span<double> margins)
    {
        for (int output = 0; output < margins.Length; output++)
        {
            double margin = this.intercepts[output] + EightLanes.Dot(this.weights.AsSpan(output * dense.Length, dense.Length), dense);
            foreach (int code in codes)
            {
                margin += code < 0 ? 0 : this.coefficients[output, code];
            }

            margins[output] = margin;
        }
    }
}

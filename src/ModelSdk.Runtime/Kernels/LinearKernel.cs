using System.Buffers;
using System.Runtime.CompilerServices;
using ModelSdk.Contracts.Models;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Runtime.Kernels;

/// <summary>
/// A linear model: margin = intercept + Σ coefficient · encoded column. Division by the scale is folded into the weights once; the mean is
/// subtracted from each slot, because folding it into the intercept would lose digits where values are large and vary little. The order of
/// additions is fixed: the intercept and the eight-lane dot product, then each category, then each missing indicator, in slot order.
/// </summary>
internal sealed class LinearKernel : Kernel
{
    private const int StackLimit = 128;

    private readonly DenseFeature[] dense;
    private readonly double[] weights;
    private readonly double[] missingWeights;
    private readonly CategoryTable[] categories;
    private readonly double[] intercepts;

    private LinearKernel(DenseFeature[] dense, double[] weights, double[] missingWeights, CategoryTable[] categories, double[] intercepts)
    {
        this.dense = dense;
        this.weights = weights;
        this.missingWeights = missingWeights;
        this.categories = categories;
        this.intercepts = intercepts;
    }

    /// <inheritdoc/>
    public override int OutputCount => this.intercepts.Length;

    /// <summary>Repacks a model file's tensors.</summary>
    /// <param name="file">The model file.</param>
    /// <param name="encodings">The features, checked.</param>
    /// <param name="outputs">How many margins the task needs.</param>
    /// <exception cref="ModelFormatException">The tensors do not fit.</exception>
    public static LinearKernel Read(ModelFile file, IReadOnlyList<FeatureEncoding> encodings, int outputs)
    {
        CoefficientMatrix coefficients = new(file, outputs, encodings.Sum(encoding => encoding.Width));
        double[] intercepts = FiniteTensor.Read(file, ModelKeys.Intercepts, outputs);
        int denseCount = encodings.Count(encoding => !encoding.IsCategorical);
        List<DenseFeature> dense = [];
        List<CategoryTable> categories = [];
        double[] weights = new double[outputs * denseCount];
        double[] missingWeights = new double[denseCount * outputs];
        int column = 0;
        for (int slot = 0; slot < encodings.Count; slot++)
        {
            FeatureEncoding encoding = encodings[slot];
            if (encoding.IsCategorical)
            {
                categories.Add(new CategoryTable(slot, encoding, column, coefficients));
            }
            else
            {
                FoldScale(encoding, coefficients, column, weights.AsSpan(dense.Count), denseCount);
                if (encoding.MissingIndicator)
                {
                    coefficients.CopyColumn(column + 1, missingWeights.AsSpan(dense.Count * outputs, outputs));
                }

                dense.Add(new DenseFeature(slot, encoding.Mean, encoding.Fill - encoding.Mean));
            }

            column += encoding.Width;
        }

        return new LinearKernel([.. dense], weights, missingWeights, [.. categories], intercepts);
    }

    /// <inheritdoc/>
    [SkipLocalsInit] // Every place of the stack array is written before it is read.
    public override void ComputeMargins(ReadOnlySpan<double> slots, Span<double> margins)
    {
        double[]? rented = null;
        int count = this.dense.Length;
        Span<double> values = count <= StackLimit ? stackalloc double[count] : (rented = ArrayPool<double>.Shared.Rent(count)).AsSpan(0, count);
        bool missing = this.Center(slots, values);
        for (int output = 0; output < margins.Length; output++)
        {
            margins[output] = this.intercepts[output] + EightLanes.Dot(this.weights.AsSpan(output * count, count), values);
        }

        foreach (CategoryTable table in this.categories)
        {
            table.AddTo(slots, margins);
        }

        if (missing)
        {
            this.AddMissing(slots, margins);
        }

        if (rented is not null)
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    private static void FoldScale(FeatureEncoding encoding, CoefficientMatrix coefficients, int column, Span<double> weights, int stride)
    {
        for (int output = 0; output < coefficients.OutputCount; output++)
        {
            double weight = coefficients[output, column] / encoding.Scale;
            if (!double.IsFinite(weight))
            {
                throw new ModelFormatException($"The coefficient of feature \"{encoding.Column}\" overflows when its scale is applied.");
            }

            weights[output * stride] = weight;
        }
    }

    private bool Center(ReadOnlySpan<double> slots, Span<double> values)
    {
        bool missing = false;
        DenseFeature[] features = this.dense;
        for (int index = 0; index < values.Length && index < features.Length; index++)
        {
            ref readonly DenseFeature feature = ref features[index];
            double value = slots[feature.Slot];
            bool absent = double.IsNaN(value);
            missing |= absent;
            values[index] = absent ? feature.CenteredFill : value - feature.Mean;
        }

        return missing;
    }

    private void AddMissing(ReadOnlySpan<double> slots, Span<double> margins)
    {
        for (int index = 0; index < this.dense.Length; index++)
        {
            if (!double.IsNaN(slots[this.dense[index].Slot]))
            {
                continue;
            }

            ReadOnlySpan<double> added = this.missingWeights.AsSpan(index * margins.Length, margins.Length);
            for (int output = 0; output < added.Length; output++)
            {
                margins[output] += added[output];
            }
        }
    }
}

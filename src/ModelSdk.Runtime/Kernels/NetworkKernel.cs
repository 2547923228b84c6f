using System.Buffers;
using ModelSdk.Contracts.Models;

namespace ModelSdk.Runtime.Kernels;

/// <summary>
/// A dense feed-forward network with rectified linear units (ReLU, max(0, x)) between its layers. The order of additions is fixed: the bias, the
/// dense columns ascending, then the indicator that is 1 of each group; in later layers the bias, then the units ascending.
/// </summary>
internal sealed class NetworkKernel : DesignKernel
{
    private readonly NetworkLayer[] layers;
    private readonly int[] positions;
    private readonly int widest;

    private NetworkKernel(ModelFile file, IReadOnlyList<FeatureEncoding> encodings, int outputs)
        : base(encodings)
    {
        HashSet<int> dense = [.. this.Encoder.DenseColumns];
        int[] order = [.. this.Encoder.DenseColumns, .. Enumerable.Range(0, this.Encoder.Width).Where(column => !dense.Contains(column))];
        this.positions = new int[order.Length];
        for (int position = 0; position < order.Length; position++)
        {
            this.positions[order[position]] = position;
        }

        this.layers = NetworkTensors.ReadLayers(file, order, outputs);
        this.widest = this.layers.Max(layer => layer.Width);
    }

    /// <inheritdoc/>
    public override int OutputCount => this.layers[^1].Outputs;

    /// <summary>Repacks a model file's tensors.</summary>
    /// <param name="file">The model file.</param>
    /// <param name="encodings">The features, checked.</param>
    /// <param name="outputs">How many margins the task needs.</param>
    /// <exception cref="ModelFormatException">The tensors do not fit.</exception>
    public static NetworkKernel Read(ModelFile file, IReadOnlyList<FeatureEncoding> encodings, int outputs) =>
        new(file, encodings, outputs);

    /// <inheritdoc/>
    protected override void ComputeMargins(ReadOnlySpan<double> dense, ReadOnlySpan<int> codes, Span<double> margins)
    {
        double[] rented = ArrayPool<double>.Shared.Rent(2 * this.widest);
        Span<double> current = rented.AsSpan(0, this.widest);
        Span<double> next = rented.AsSpan(this.widest, this.widest);
        NetworkLayer first = this.layers[0];
        first.Compute(dense, current);
        foreach (int code in codes)
        {
            if (code >= 0)
            {
                first.AddIndicator(this.positions[code], current);
            }
        }

        for (int index = 1; index < this.layers.Length; index++)
        {
            Span<double> units = current[..this.layers[index - 1].Outputs];
            Rectify(units);
            this.layers[index].Compute(units, next);
            Span<double> spare = current;
            current = next;
            next = spare;
        }

        current[..margins.Length].CopyTo(margins);
        ArrayPool<double>.Shared.Return(rented);
    }

    private static void Rectify(Span<double> units)
    {
        for (int index = 0; index < units.Length; index++)
        {
            units[index] = units[index] < 0 ? 0 : units[index];
        }
    }
}

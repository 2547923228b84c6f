using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Runtime.Kernels;

/// <summary>A dense layer, repacked so that the weights of one input lie together: [inputs, outputs padded to a multiple of 8].</summary>
internal sealed class NetworkLayer
{
    private readonly double[] weights;
    private readonly double[] biases;

    /// <summary>Repacks a layer.</summary>
    /// <param name="weights">[outputs, inputs].</param>
    /// <param name="biases">One for each output.</param>
    /// <param name="order">The inputs in the order in which they are to be added up.</param>
    public NetworkLayer(double[] weights, double[] biases, IReadOnlyList<int> order)
    {
        this.Outputs = biases.Length;
        this.Width = MatrixProduct.Padded(biases.Length);
        this.biases = new double[this.Width];
        biases.CopyTo(this.biases, 0);
        this.weights = new double[order.Count * this.Width];
        for (int input = 0; input < order.Count; input++)
        {
            for (int output = 0; output < this.Outputs; output++)
            {
                this.weights[(input * this.Width) + output] = weights[(output * order.Count) + order[input]];
            }
        }
    }

    /// <summary>The number of units.</summary>
    public int Outputs { get; }

    /// <summary>The number of units with padding, whose values are 0.</summary>
    public int Width { get; }

    /// <summary>Computes biases + Σ weight · input.</summary>
    /// <param name="inputs">The first inputs of the layer's order.</param>
    /// <param name="result">Gets <see cref="Width"/> values.</param>
    public void Compute(ReadOnlySpan<double> inputs, Span<double> result)
    {
        this.biases.CopyTo(result);
        MatrixProduct.Add(inputs, new MatrixLayout(1, inputs.Length, this.Width, inputs.Length, 1), this.weights, result);
    }

    /// <summary>Adds the weights of an input that is 1.</summary>
    /// <param name="position">The input's position in the layer's order.</param>
    /// <param name="result">Changed.</param>
    public void AddIndicator(int position, Span<double> result) => EightLanes.AddScaled(1, this.weights.AsSpan(position * this.Width, this.Width), result[..this.Width]);
}

using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Networks;

/// <summary>Where the parameters of a layer lie.</summary>
/// <param name="Inputs">The number of inputs.</param>
/// <param name="Units">The number of units.</param>
/// <param name="Begin">The place of the first weight.</param>
internal sealed record NetworkLayerShape(int Inputs, int Units, int Begin)
{
    /// <summary>The number of units with padding to a multiple of 8. The padding's weights and biases are 0 and have the gradient 0.</summary>
    public int Width { get; } = MatrixProduct.Padded(Units);

    /// <summary>The place of the first bias.</summary>
    public int Biases => this.Begin + (this.Inputs * this.Width);

    /// <summary>The place after the last bias.</summary>
    public int End => this.Biases + this.Width;

    /// <summary>The layer's weights.</summary>
    /// <param name="parameters">All parameters, or as many partial derivatives.</param>
    public Span<double> WeightsOf(Span<double> parameters) => parameters[this.Begin..this.Biases];

    /// <summary>The layer's biases.</summary>
    /// <param name="parameters">All parameters, or as many partial derivatives.</param>
    public Span<double> BiasesOf(Span<double> parameters) => parameters[this.Biases..this.End];
}

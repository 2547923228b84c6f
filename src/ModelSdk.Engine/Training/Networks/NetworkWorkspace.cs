using ModelSdk.Engine.Features;

namespace ModelSdk.Engine.Training.Networks;

/// <summary>The memory that one thread needs for a few rows.</summary>
internal sealed class NetworkWorkspace
{
    /// <summary>How many rows are worked on together. Part of the arithmetic: sums over rows are combined by such groups.</summary>
    public const int Rows = 64;

    /// <summary>Sets the memory aside.</summary>
    /// <param name="design">The features.</param>
    /// <param name="shape">The network.</param>
    public NetworkWorkspace(DesignMatrix design, NetworkShape shape)
    {
        this.Inputs = new double[Rows * design.DenseWidth];
        this.Codes = new int[Rows * design.CodeCount];
        this.Activations = [.. shape.Layers.Select(layer => new double[Rows * layer.Width])];
        this.Errors = [.. shape.Layers.Select(layer => new double[Rows * layer.Width])];
        this.Gradient = new double[shape.Count];
    }

    /// <summary>The rows' dense columns.</summary>
    public double[] Inputs { get; }

    /// <summary>The rows' indicators, as places among the first layer's inputs; −1 where none is 1.</summary>
    public int[] Codes { get; }

    /// <summary>For each layer the units' values, for the last one the margins.</summary>
    public double[][] Activations { get; }

    /// <summary>For each layer the derivatives of the loss by the units' sums.</summary>
    public double[][] Errors { get; }

    /// <summary>The gradient over the rows.</summary>
    public double[] Gradient { get; }

    /// <summary>The loss over the rows.</summary>
    public double Loss { get; set; }
}

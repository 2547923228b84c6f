using ModelSdk.Engine.Features;

namespace ModelSdk.Engine.Training.Networks;

/// <summary>
/// How a network's parameters lie in one array: for each layer the weights [inputs, width], then the biases [width]. The inputs of the first layer
/// are the design's dense columns and after them the indicator columns, as in the Runtime's kernel.
/// </summary>
internal sealed class NetworkShape
{
    /// <summary>Lays out a network.</summary>
    /// <param name="design">The features.</param>
    /// <param name="hidden">The units of each hidden layer.</param>
    /// <param name="outputs">The number of margins.</param>
    public NetworkShape(DesignMatrix design, IReadOnlyList<int> hidden, int outputs)
    {
        HashSet<int> dense = [.. design.DenseColumns];
        this.Order = [.. design.DenseColumns, .. Enumerable.Range(0, design.Width).Where(column => !dense.Contains(column))];
        this.Positions = new int[design.Width];
        for (int position = 0; position < this.Order.Length; position++)
        {
            this.Positions[this.Order[position]] = position;
        }

        List<NetworkLayerShape> layers = [];
        int inputs = design.Width;
        foreach (int units in hidden.Append(outputs))
        {
            layers.Add(new NetworkLayerShape(inputs, units, this.Count));
            this.Count = layers[^1].End;
            inputs = units;
        }

        this.Layers = layers;
    }

    /// <summary>The layers, the one of margins last.</summary>
    public IReadOnlyList<NetworkLayerShape> Layers { get; }

    /// <summary>The number of parameters, padding included.</summary>
    public int Count { get; }

    /// <summary>The design's columns in the order of the first layer's inputs.</summary>
    public int[] Order { get; }

    /// <summary>For each column of the design its place among the first layer's inputs.</summary>
    public int[] Positions { get; }
}

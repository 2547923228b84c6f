using ModelSdk.Contracts.Models;

namespace ModelSdk.Tests.Runtime;

/// <summary>Builds model files of networks, whole or damaged on purpose, on the contract and the features of a linear model.</summary>
internal sealed record NetworkModelFile(LinearModelFile Basis, IReadOnlyList<ModelTensor> Tensors)
{
    public byte[] ToBytes() => new ModelFile(
        new Dictionary<string, string>(ModelFile.Read(this.Basis.ToBytes()).Metadata) { [ModelKeys.Kernel] = "network", [ModelKeys.Trainer] = "NeuralNetwork" }, this.Tensors).ToBytes();

    /// <summary>A network of the given layer sizes with weights from a formula.</summary>
    public static NetworkModelFile Of(LinearModelFile basis, int inputs, params int[] units)
    {
        List<ModelTensor> tensors = [];
        for (int layer = 0; layer < units.Length; layer++)
        {
            int below = layer == 0 ? inputs : units[layer - 1];
            tensors.Add(Weights(layer, units[layer], below));
            tensors.Add(Biases(layer, units[layer]));
        }

        return new NetworkModelFile(basis, tensors);
    }

    public static ModelTensor Weights(int layer, int units, int inputs) =>
        ModelTensor.Of($"network.weights.{layer}", [.. Enumerable.Range(0, units * inputs).Select(index => (((index * 37) + (layer * 11)) % 23 / 16.0) - 0.65)], units, inputs);

    public static ModelTensor Biases(int layer, int units) =>
        ModelTensor.Of($"network.biases.{layer}", [.. Enumerable.Range(0, units).Select(index => (index % 5 / 8.0) - 0.2)], units);

    /// <summary>The margins straight from the definition, in no particular order of additions.</summary>
    public double[] Margins(IReadOnlyList<double> columns)
    {
        double[] values = [.. columns];
        for (int layer = 0; layer < this.Tensors.Count / 2; layer++)
        {
            double[] weights = this.Tensors[2 * layer].ToDoubles();
            double[] below = layer == 0 ? values : [.. values.Select(value => Math.Max(0, value))];
            values = [.. this.Tensors[(2 * layer) + 1].ToDoubles().Select((bias, unit) => bias + below.Select((value, input) => value * weights[(unit * below.Length) + input]).Sum())];
        }

        return values;
    }
}

using System.Diagnostics.CodeAnalysis;
using ModelSdk.Contracts.Models;

namespace ModelSdk.Engine.Training.Networks;

/// <summary>Takes the parameters of an earlier network, whose encoding of the features the training keeps.</summary>
/// <param name="file">The earlier model.</param>
/// <param name="shape">The network to train.</param>
/// <param name="problem">Its target's center and spread are taken out of the last layer again.</param>
internal sealed class NetworkWarmStart(ModelFile file, NetworkShape shape, NetworkProblem problem)
{
    /// <summary>The parameters to begin with: the network computes what the earlier one did.</summary>
    /// <param name="parameters">Gets them.</param>
    /// <returns>False where the earlier model is no network of the same layers and columns.</returns>
    public bool TryRead([NotNullWhen(true)] out double[]? parameters)
    {
        parameters = null;
        if (this.Layers() is not { } earlier || !earlier.SequenceEqual(shape.Layers.Select(layer => layer.Units)) || this.Inputs() != shape.Order.Length)
        {
            return false;
        }

        parameters = new double[shape.Count];
        for (int index = 0; index < shape.Layers.Count; index++)
        {
            this.Read(index, parameters);
        }

        this.UndoFolding(parameters);
        return true;
    }

    /// <summary>The units of each layer of the earlier model; null where it is no network.</summary>
    public int[]? Layers()
    {
        if (file.Metadata.GetValueOrDefault(ModelKeys.Kernel) != "network")
        {
            return null;
        }

        int count = file.Tensors.Count(tensor => tensor.Name.StartsWith(ModelKeys.NetworkBiases, StringComparison.Ordinal));
        return [.. Enumerable.Range(0, count).Select(index => (int)file.Tensor($"{ModelKeys.NetworkBiases}{index}").Shape[0])];
    }

    private long Inputs() => file.Tensor($"{ModelKeys.NetworkWeights}0").Shape[^1];

    private void Read(int index, double[] parameters)
    {
        NetworkLayerShape layer = shape.Layers[index];
        double[] weights = file.Tensor($"{ModelKeys.NetworkWeights}{index}").ToDoubles();
        file.Tensor($"{ModelKeys.NetworkBiases}{index}").ToDoubles().CopyTo(layer.BiasesOf(parameters));
        for (int input = 0; input < layer.Inputs; input++)
        {
            int column = index == 0 ? shape.Order[input] : input;
            for (int unit = 0; unit < layer.Units; unit++)
            {
                parameters[layer.Begin + (input * layer.Width) + unit] = weights[(unit * layer.Inputs) + column];
            }
        }
    }

    private void UndoFolding(double[] parameters)
    {
        NetworkLayerShape last = shape.Layers[^1];
        foreach (ref double weight in last.WeightsOf(parameters))
        {
            weight /= problem.Spread;
        }

        foreach (ref double bias in last.BiasesOf(parameters)[..last.Units])
        {
            bias = (bias - problem.Center) / problem.Spread;
        }
    }
}

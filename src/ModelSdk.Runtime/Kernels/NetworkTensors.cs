using ModelSdk.Contracts.Models;

namespace ModelSdk.Runtime.Kernels;

/// <summary>Reads and checks the tensors of a network.</summary>
internal static class NetworkTensors
{
    /// <summary>Reads all layers.</summary>
    /// <param name="file">The model file.</param>
    /// <param name="order">The encoded columns in the order in which the first layer adds them up.</param>
    /// <param name="outputs">How many margins the task needs.</param>
    /// <exception cref="ModelFormatException">A tensor is missing, superfluous, or of a wrong shape, or holds a value that is not finite.</exception>
    public static NetworkLayer[] ReadLayers(ModelFile file, IReadOnlyList<int> order, int outputs)
    {
        int count = file.Tensors.Count(tensor => tensor.Name.StartsWith(ModelKeys.NetworkWeights, StringComparison.Ordinal));
        if (count == 0 || file.Tensors.Count != 2 * count)
        {
            throw new ModelFormatException(
                $"The model file holds {file.Tensors.Count} tensors, {count} of them \"{ModelKeys.NetworkWeights}…\"; a network has weights and biases for "
                + "each layer and nothing else.");
        }

        NetworkLayer[] layers = new NetworkLayer[count];
        for (int index = 0; index < count; index++)
        {
            int units = index == count - 1 ? outputs : Units(file, index);
            layers[index] = Read(file, index, units, index == 0 ? order : [.. Enumerable.Range(0, layers[index - 1].Outputs)]);
        }

        return layers;
    }

    private static NetworkLayer Read(ModelFile file, int index, int units, IReadOnlyList<int> order) => new(
        FiniteTensor.Read(file, $"{ModelKeys.NetworkWeights}{index}", units, order.Count),
        FiniteTensor.Read(file, $"{ModelKeys.NetworkBiases}{index}", units),
        order);

    // How many units a hidden layer has is what its biases say; the weights must agree.
    private static int Units(ModelFile file, int index)
    {
        string name = $"{ModelKeys.NetworkBiases}{index}";
        IReadOnlyList<long> shape = file.Tensor(name).Shape;
        return shape.Count == 1 && shape[0] is > 0 and <= int.MaxValue
            ? (int)shape[0]
            : throw new ModelFormatException($"The tensor \"{name}\" has the shape [{string.Join(", ", shape)}]; expected one dimension of at least 1.");
    }
}

using ModelSdk.Contracts.Models;

namespace ModelSdk.Engine.Training.Networks;

/// <summary>Parameters as tensors of the Runtime's kernel.</summary>
internal static class NetworkParameters
{
    /// <summary>The tensors, in file order.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="shape">The network.</param>
    /// <param name="problem">Its target's center and spread are folded into the last layer.</param>
    public static IReadOnlyList<ModelTensor> ToTensors(double[] parameters, NetworkShape shape, NetworkProblem problem)
    {
        List<ModelTensor> tensors = [];
        for (int index = 0; index < shape.Layers.Count; index++)
        {
            NetworkLayerShape layer = shape.Layers[index];
            bool last = index == shape.Layers.Count - 1;
            double spread = last ? problem.Spread : 1;
            double center = last ? problem.Center : 0;
            double[] weights = new double[layer.Units * layer.Inputs];
            for (int input = 0; input < layer.Inputs; input++)
            {
                int column = index == 0 ? shape.Order[input] : input;
                for (int unit = 0; unit < layer.Units; unit++)
                {
                    weights[(unit * layer.Inputs) + column] = parameters[layer.Begin + (input * layer.Width) + unit] * spread;
                }
            }

            double[] biases = [.. layer.BiasesOf(parameters)[..layer.Units].ToArray().Select(bias => (bias * spread) + center)];
            tensors.Add(ModelTensor.Of($"{ModelKeys.NetworkWeights}{index}", weights, layer.Units, layer.Inputs));
            tensors.Add(ModelTensor.Of($"{ModelKeys.NetworkBiases}{index}", biases, layer.Units));
        }

        return tensors;
    }
}

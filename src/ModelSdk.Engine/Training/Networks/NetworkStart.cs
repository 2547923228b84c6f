using ModelSdk.Engine.Features;

namespace ModelSdk.Engine.Training.Networks;

/// <summary>
/// Where the training begins: the weights of hidden layers come from a normal distribution of variance 2 / inputs (He, Zhang, Ren and Sun, "Delving
/// deep into rectifiers", 2015, equation 10). Of a group of indicators one at most is 1, so that a group counts as one input. Unlike there, a bias is
/// drawn too, as the weight of one more input that is always 1: with biases of 0 all units of a single feature would bend at the same place. The last
/// layer begins with weights of 0 and the naive predictor's margins, so that the objective begins where the naive predictor is.
/// </summary>
internal static class NetworkStart
{
    private const long Stream = -1;

    /// <summary>The parameters to begin with, drawn layer after layer, input after input and the biases last, unit after unit.</summary>
    /// <param name="problem">Features, seed and naive margins.</param>
    /// <param name="shape">The network.</param>
    public static double[] Draw(NetworkProblem problem, NetworkShape shape)
    {
        double[] parameters = new double[shape.Count];
        DesignMatrix design = problem.Data.Design;
        GaussianSource normal = new(new SeededRandom(problem.Data.Seed, Stream));
        problem.NaiveMargins().CopyTo(shape.Layers[^1].BiasesOf(parameters));
        for (int index = 0; index < shape.Layers.Count - 1; index++)
        {
            NetworkLayerShape layer = shape.Layers[index];
            int inputs = index == 0 ? design.DenseWidth + design.CodeCount : layer.Inputs;
            double deviation = Math.Sqrt(2.0 / (inputs + 1));
            for (int input = 0; input <= layer.Inputs; input++)
            {
                // The biases follow the last input's weights.
                foreach (ref double weight in parameters.AsSpan(layer.Begin + (input * layer.Width), layer.Units))
                {
                    weight = deviation * normal.Next();
                }
            }
        }

        return parameters;
    }
}

using ModelSdk.Engine.Features;

namespace ModelSdk.Engine.Training.Networks;

/// <summary>
/// Where the training begins: the weights of hidden layers come from a normal distribution of variance 2 / inputs, their biases are 0 (He, Zhang, Ren
/// and Sun, "Delving deep into rectifiers", 2015, equation 10). Of a group of indicators one at most is 1, so that a group counts as one input. The
/// last layer begins with weights of 0 and the naive predictor's margins, so that the objective begins where the naive predictor is.
/// </summary>
internal static class NetworkStart
{
    private const long Stream = -1;

    /// <summary>The parameters to begin with, drawn layer after layer, input after input, unit after unit.</summary>
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
            double deviation = Math.Sqrt(2.0 / Math.Max(1, inputs));
            for (int input = 0; input < layer.Inputs; input++)
            {
                Span<double> weights = layer.WeightsOf(parameters).Slice(input * layer.Width, layer.Units);
                foreach (ref double weight in weights)
                {
                    weight = deviation * normal.Next();
                }
            }
        }

        return parameters;
    }
}

using ModelSdk.Engine.Features;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Networks;

/// <summary>Computes the margins of a few rows, with the additions in the order of the Runtime's kernel.</summary>
/// <param name="design">The features.</param>
/// <param name="shape">The network.</param>
internal sealed class NetworkForwardPass(DesignMatrix design, NetworkShape shape)
{
    /// <summary>Computes all units.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="rows">The rows, at most <see cref="NetworkWorkspace.Rows"/>.</param>
    /// <param name="dropout">What drops units; null where none is dropped.</param>
    /// <param name="space">Gets inputs and activations.</param>
    public void Run(double[] parameters, ReadOnlySpan<int> rows, Dropout? dropout, NetworkWorkspace space)
    {
        this.Gather(rows, space);
        for (int index = 0; index < shape.Layers.Count; index++)
        {
            NetworkLayerShape layer = shape.Layers[index];
            Span<double> units = space.Activations[index].AsSpan(0, rows.Length * layer.Width);
            Begin(layer.BiasesOf(parameters), units);
            ReadOnlySpan<double> inputs = index == 0 ? space.Inputs : space.Activations[index - 1];
            int count = index == 0 ? design.DenseWidth : layer.Inputs;
            int stride = index == 0 ? design.DenseWidth : shape.Layers[index - 1].Width;
            MatrixProduct.Add(inputs, new MatrixLayout(rows.Length, count, layer.Width, stride, 1), layer.WeightsOf(parameters), units);
            if (index == 0)
            {
                this.AddIndicators(layer, parameters, rows.Length, space);
            }

            if (index < shape.Layers.Count - 1)
            {
                Rectify(units);
                dropout?.Apply(units);
            }
        }
    }

    private void Gather(ReadOnlySpan<int> rows, NetworkWorkspace space)
    {
        for (int index = 0; index < rows.Length; index++)
        {
            design.DenseRow(rows[index]).CopyTo(space.Inputs.AsSpan(index * design.DenseWidth));
            Span<int> codes = space.Codes.AsSpan(index * design.CodeCount, design.CodeCount);
            design.CodeRow(rows[index]).CopyTo(codes);
            for (int group = 0; group < codes.Length; group++)
            {
                codes[group] = codes[group] < 0 ? -1 : shape.Positions[codes[group]];
            }
        }
    }

    private static void Begin(ReadOnlySpan<double> biases, Span<double> units)
    {
        for (int first = 0; first < units.Length; first += biases.Length)
        {
            biases.CopyTo(units[first..]);
        }
    }

    private void AddIndicators(NetworkLayerShape layer, double[] parameters, int rows, NetworkWorkspace space)
    {
        Span<double> weights = layer.WeightsOf(parameters);
        for (int index = 0; index < rows * design.CodeCount; index++)
        {
            int code = space.Codes[index];
            if (code >= 0)
            {
                EightLanes.AddScaled(1, weights.Slice(code * layer.Width, layer.Width), space.Activations[0].AsSpan(index / design.CodeCount * layer.Width, layer.Width));
            }
        }
    }

    private static void Rectify(Span<double> units)
    {
        for (int index = 0; index < units.Length; index++)
        {
            units[index] = units[index] < 0 ? 0 : units[index];
        }
    }
}

using ModelSdk.Engine.Features;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Networks;

/// <summary>Backpropagation (Rumelhart, Hinton and Williams, "Learning representations by back-propagating errors", Nature 323, 1986).</summary>
/// <param name="design">The features.</param>
/// <param name="shape">The network.</param>
internal sealed class NetworkBackwardPass(DesignMatrix design, NetworkShape shape)
{
    /// <summary>Computes the gradient over a few rows from the derivatives by their margins.</summary>
    /// <param name="transposed">For each layer but the first its weights, [units, inputs padded].</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="scale">By what kept units were multiplied, 1 without dropout.</param>
    /// <param name="space">Holds the forward pass and the errors of the last layer; gets the gradient.</param>
    public void Run(double[][] transposed, int rows, double scale, NetworkWorkspace space)
    {
        Array.Clear(space.Gradient);
        for (int index = shape.Layers.Count - 1; index > 0; index--)
        {
            NetworkLayerShape layer = shape.Layers[index];
            NetworkLayerShape below = shape.Layers[index - 1];
            this.AddGradient(index, rows, space);
            Span<double> errors = space.Errors[index - 1].AsSpan(0, rows * below.Width);
            errors.Clear();
            MatrixProduct.Add(space.Errors[index], new MatrixLayout(rows, layer.Units, below.Width, layer.Width, 1), transposed[index], errors);
            Mask(errors, space.Activations[index - 1], scale);
        }

        this.AddGradient(0, rows, space);
        this.AddIndicators(rows, space);
    }

    // A unit passes errors on where it was above 0, which it is not where it was dropped.
    private static void Mask(Span<double> errors, ReadOnlySpan<double> activations, double scale)
    {
        for (int index = 0; index < errors.Length; index++)
        {
            errors[index] = activations[index] > 0 ? errors[index] * scale : 0;
        }
    }

    private void AddGradient(int index, int rows, NetworkWorkspace space)
    {
        NetworkLayerShape layer = shape.Layers[index];
        ReadOnlySpan<double> inputs = index == 0 ? space.Inputs : space.Activations[index - 1];
        int stride = index == 0 ? design.DenseWidth : shape.Layers[index - 1].Width;
        int count = index == 0 ? design.DenseWidth : layer.Inputs;
        MatrixProduct.Add(inputs, new MatrixLayout(count, rows, layer.Width, 1, stride), space.Errors[index], layer.WeightsOf(space.Gradient));
        for (int row = 0; row < rows; row++)
        {
            EightLanes.AddScaled(1, space.Errors[index].AsSpan(row * layer.Width, layer.Width), layer.BiasesOf(space.Gradient));
        }
    }

    private void AddIndicators(int rows, NetworkWorkspace space)
    {
        NetworkLayerShape layer = shape.Layers[0];
        Span<double> gradient = layer.WeightsOf(space.Gradient);
        for (int index = 0; index < rows * design.CodeCount; index++)
        {
            int code = space.Codes[index];
            if (code >= 0)
            {
                EightLanes.AddScaled(1, space.Errors[0].AsSpan(index / design.CodeCount * layer.Width, layer.Width), gradient.Slice(code * layer.Width, layer.Width));
            }
        }
    }
}

using ModelSdk.Contracts.Models;

namespace ModelSdk.Runtime.Kernels;

/// <summary>Reads tensors that a kernel multiplies with, where one infinity would spoil every score.</summary>
internal static class FiniteTensor
{
    /// <summary>The values of a tensor of exactly that shape.</summary>
    /// <exception cref="ModelFormatException">It is missing, has another shape, or holds a value that is not finite.</exception>
    public static double[] Read(ModelFile file, string name, params long[] shape)
    {
        ModelTensor tensor = file.Tensor(name);
        if (!tensor.Shape.SequenceEqual(shape))
        {
            throw new ModelFormatException(
                $"The tensor \"{name}\" has the shape [{string.Join(", ", tensor.Shape)}]; the model's features and classes need [{string.Join(", ", shape)}].");
        }

        double[] values = tensor.ToDoubles();
        return Array.TrueForAll(values, double.IsFinite)
            ? values
            : throw new ModelFormatException($"The tensor \"{name}\" holds a value that is not a finite number.");
    }
}

using ModelSdk.Contracts.Models;

namespace ModelSdk.Runtime.Kernels;

/// <summary>Chooses how a linear model computes: without an encoded row where scaled numbers and categories are all it has.</summary>
internal static class LinearKernels
{
    /// <summary>Reads a linear model.</summary>
    /// <param name="file">The model file.</param>
    /// <param name="encodings">The features, checked.</param>
    /// <param name="outputs">How many margins the task needs.</param>
    /// <exception cref="ModelFormatException">The tensors do not fit, or the features have the form of trees.</exception>
    public static Kernel Read(ModelFile file, IReadOnlyList<FeatureEncoding> encodings, int outputs)
    {
        if (encodings.Any(encoding => encoding.Native))
        {
            throw new ModelFormatException("The model's features have the form that trees read, but its kernel is linear.");
        }

        return encodings.All(IsPlain) ? LinearKernel.Read(file, encodings, outputs) : new DesignLinearKernel(file, encodings, outputs);
    }

    private static bool IsPlain(FeatureEncoding encoding) => encoding is
    {
        Transform: FeatureTransform.None, Quantiles.Count: 0, Parts.Count: 0, Text: null, Interactions.Count: 0,
    };
}

using ModelSdk.Contracts.Models;
using ModelSdk.Runtime.Features;

namespace ModelSdk.Runtime.Kernels;

/// <summary>Chooses what trees read: the slots themselves, or the columns of dates, texts and products.</summary>
internal static class TreeKernels
{
    /// <summary>Reads a model of trees.</summary>
    /// <param name="file">The model file.</param>
    /// <param name="encodings">The features, checked.</param>
    /// <param name="outputs">How many margins the task needs.</param>
    /// <exception cref="ModelFormatException">The tensors do not fit, or the features have another form than that of trees.</exception>
    public static Kernel Read(ModelFile file, IReadOnlyList<FeatureEncoding> encodings, int outputs)
    {
        if (encodings.All(encoding => encoding is { Parts.Count: 0, Text: null, Interactions.Count: 0 }))
        {
            return TreeKernel.Read(file, encodings.Count, outputs);
        }

        return encodings.All(encoding => encoding.Native)
            ? new NativeDesignKernel(encodings, TreeKernel.Read(file, new FeatureEncoder(encodings).Width, outputs))
            : throw new ModelFormatException("The model's features do not have the form that trees read.");
    }
}

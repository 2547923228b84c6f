using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;

namespace ModelSdk.Runtime.Loading;

/// <summary>What must hold between a model file's feature encodings and its contract.</summary>
internal static class EncodingRules
{
    /// <summary>Checks that there is one encoding for each feature of the contract, in order.</summary>
    /// <exception cref="ModelFormatException">There is not.</exception>
    public static void Check(IReadOnlyList<FeatureEncoding> encodings, ModelContract contract)
    {
        IReadOnlyList<ContractColumn> features = contract.Features;
        if (encodings.Count != features.Count)
        {
            throw new ModelFormatException($"The model file encodes {encodings.Count} features; its contract has {features.Count}.");
        }

        for (int slot = 0; slot < features.Count; slot++)
        {
            if (Problem(encodings[slot], features[slot]) is { } problem)
            {
                throw new ModelFormatException($"The model file's encoding of feature \"{features[slot].Name}\" is damaged: {problem}.");
            }
        }
    }

    // That an encoding is sound in itself was checked where it was read.
    private static string? Problem(FeatureEncoding encoding, ContractColumn feature) => encoding.Column != feature.Name || encoding.Kind != feature.Kind
        ? $"it is for \"{encoding.Column}\" of kind {ContractWriter.Word(encoding.Kind)}, expected kind {ContractWriter.Word(feature.Kind)}"
        : null;
}

using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;

namespace ModelSdk.Runtime.Loading;

/// <summary>What must hold between a model file's feature encodings and its contract, and between the encodings.</summary>
internal static class EncodingRules
{
    /// <summary>Checks that there is one encoding for each feature of the contract, in order, and that products fit their features.</summary>
    /// <exception cref="ModelFormatException">They do not.</exception>
    public static void Check(IReadOnlyList<FeatureEncoding> encodings, ModelContract contract)
    {
        IReadOnlyList<ContractColumn> features = contract.Features;
        if (encodings.Count != features.Count)
        {
            throw new ModelFormatException($"The model file encodes {encodings.Count} features; its contract has {features.Count}.");
        }

        for (int slot = 0; slot < features.Count; slot++)
        {
            FeatureEncoding encoding = encodings[slot];
            string? problem = Problem(encoding, features[slot])
                ?? encoding.Interactions.Select(interaction => ProductProblem(encoding, interaction, encodings)).FirstOrDefault(found => found is not null);
            if (problem is not null)
            {
                throw new ModelFormatException($"The model file's encoding of feature \"{features[slot].Name}\" is damaged: {problem}.");
            }
        }
    }

    // That an encoding is sound in itself was checked where it was read.
    private static string? Problem(FeatureEncoding encoding, ContractColumn feature)
    {
        if (encoding.Column != feature.Name || encoding.Kind != feature.Kind)
        {
            return $"it is for \"{encoding.Column}\" of kind {ContractWriter.Word(encoding.Kind)}, expected kind {ContractWriter.Word(feature.Kind)}";
        }

        return encoding.Parts.Count > 0 && encoding.Origin != (feature.Reference ?? 0)
            ? $"it counts from day {encoding.Origin}, the contract's reference is day {feature.Reference ?? 0}"
            : null;
    }

    private static string? ProductProblem(FeatureEncoding owner, FeatureInteraction interaction, IReadOnlyList<FeatureEncoding> encodings)
    {
        FeatureEncoding? other = encodings.FirstOrDefault(encoding => encoding.Column == interaction.With);
        if (other is null || other == owner)
        {
            return $"it is multiplied with \"{interaction.With}\", which is {(other is null ? "no feature" : "itself")}";
        }

        bool fits = HasOneNumber(owner) && (HasOneNumber(other) || (other.IsCategorical && !other.Native));
        int width = other.IsNumber ? 1 : other.IndicatorWidth;
        return !fits ? $"it cannot be multiplied with \"{interaction.With}\""
            : interaction.Width != width ? $"its product with \"{interaction.With}\" has {interaction.Width} columns, expected {width}"
            : null;
    }

    // A date multiplies by its elapsed days, which come first.
    private static bool HasOneNumber(FeatureEncoding encoding) =>
        !encoding.IsCategorical && encoding.Text is null && (encoding.Parts.Count == 0 || encoding.Parts[0].Part == DatePart.Elapsed);
}

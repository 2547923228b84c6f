using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;

namespace ModelSdk.Runtime.Loading;

/// <summary>What must hold between a model file's feature encodings and its contract.</summary>
internal static class EncodingRules
{
    /// <summary>Checks that there is one sound encoding for each feature of the contract, in order.</summary>
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

    private static string? Problem(FeatureEncoding encoding, ContractColumn feature)
    {
        if (encoding.Column != feature.Name || encoding.Kind != feature.Kind)
        {
            return $"it is for \"{encoding.Column}\" of kind {ContractWriter.Word(encoding.Kind)}, expected kind {ContractWriter.Word(feature.Kind)}";
        }

        return encoding.IsCategorical ? CategoryProblem(encoding) : NumberProblem(encoding);
    }

    private static string? CategoryProblem(FeatureEncoding encoding)
    {
        if (encoding.Categories.Distinct(StringComparer.Ordinal).Count() != encoding.Categories.Count)
        {
            return "a category is listed twice";
        }

        return encoding.Reference < encoding.Categories.Count ? null : $"its reference {encoding.Reference} is not one of its categories";
    }

    private static string? NumberProblem(FeatureEncoding encoding)
    {
        if (!double.IsFinite(encoding.Mean) || !double.IsFinite(encoding.Fill))
        {
            return "its mean or fill is not a finite number";
        }

        if (!double.IsFinite(encoding.Scale) || encoding.Scale <= 0)
        {
            return "its scale is not a positive number";
        }

        return encoding.OtherIndicator || encoding.Categories.Count > 0 ? "it has categories, which its kind does not" : null;
    }
}

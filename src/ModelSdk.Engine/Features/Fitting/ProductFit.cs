using ModelSdk.Contracts;
using ModelSdk.Contracts.Models;

namespace ModelSdk.Engine.Features;

/// <summary>Adds products to fitted features.</summary>
internal static class ProductFit
{
    /// <summary>Adds the products. In the form of trees, which split by category themselves, a number is only multiplied with numbers.</summary>
    /// <param name="encodings">The fitted features, in slot order.</param>
    /// <param name="interactions">The products.</param>
    public static IReadOnlyList<FeatureEncoding> Apply(IReadOnlyList<FeatureEncoding> encodings, IReadOnlyList<(string Number, string With)> interactions) =>
    [
        .. encodings.Select(encoding => encoding with
        {
            Interactions = new EquatableArray<FeatureInteraction>(interactions
                .Where(pair => pair.Number == encoding.Column)
                .Select(pair => encodings.Single(other => other.Column == pair.With))
                .Where(other => !(other.Native && other.IsCategorical))
                .Select(other => new FeatureInteraction(other.Column, other.IsNumber ? 1 : other.IndicatorWidth))),
        }),
    ];
}

using System.Globalization;
using ModelSdk.Engine.Logging;

namespace ModelSdk.LightGbm.Model;

/// <summary>What the line <c>objective</c> of a model text says about scores.</summary>
/// <param name="Link">What turns margins into scores.</param>
/// <param name="Factor">What raw scores are multiplied with first: the parameter <c>sigmoid</c> of <c>binary</c>, else 1.</param>
internal readonly record struct ObjectiveText(string Link, double Factor)
{
    private const string Sigmoid = "sigmoid:";

    /// <summary>Reads the line.</summary>
    /// <param name="text">A name, then settings, separated by spaces.</param>
    /// <exception cref="ModelTextException">No link of ours gives its scores.</exception>
    public static ObjectiveText Read(string text)
    {
        string[] parts = text.Split(' ');
        return (parts[0], parts.Length) switch
        {
            ("regression" or "regression_l1" or "huber" or "quantile", 1) => new("identity", 1),
            ("poisson", 1) => new("exponential", 1),
            ("binary", 2) when parts[1].StartsWith(Sigmoid, StringComparison.Ordinal) => new("logistic", Positive(parts[1][Sigmoid.Length..])),
            ("multiclass", 2) => new("softmax", 1),
            _ => throw new ModelTextException($"the objective {Quote.Value(text)} is unknown"),
        };
    }

    private static double Positive(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number > 0 && double.IsFinite(number)
            ? number
            : throw new ModelTextException($"sigmoid is {Quote.Value(text)}, which is no number above 0");
}

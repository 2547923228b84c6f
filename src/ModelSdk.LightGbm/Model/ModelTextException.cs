namespace ModelSdk.LightGbm.Model;

/// <summary>A text is no model of LightGBM that our kernel can score.</summary>
/// <param name="message">What is wrong, with its place.</param>
internal sealed class ModelTextException(string message) : Exception(message);

using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Models;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training;
using ModelSdk.LightGbm.Model;

namespace ModelSdk.LightGbm;

/// <summary>Makes what the trainer hands back of what LightGBM has written.</summary>
internal static class ModelConversion
{
    /// <summary>Converts a model.</summary>
    /// <param name="text">LightGBM's text of it.</param>
    /// <param name="curves">How the objective fell.</param>
    /// <param name="grown">How many iterations there were.</param>
    /// <exception cref="ModelBuildException">Our kernel cannot score it.</exception>
    public static TrainedModel Of(string text, ObjectiveCurves curves, int grown)
    {
        ConvertedModel converted = Convert(text);
        int kept = curves.BestIteration > 0 ? curves.BestIteration : grown;
        return new TrainedModel("trees", converted.Link, converted.Trees.ToTensors(), curves.Fitted)
        {
            ValidationConvergence = curves.Validation,
            Figures = new Dictionary<string, double> { ["Trees"] = converted.Trees.Roots.Count, ["BestIteration"] = kept },
        };
    }

    private static ConvertedModel Convert(string text)
    {
        try
        {
            return TreeConverter.Convert(ModelTextReader.Read(text));
        }
        catch (Exception exception) when (exception is ModelTextException or ModelFormatException)
        {
            throw new ModelBuildException(
                LightGbmDiagnostics.NotConvertible,
                $"The model that LightGBM trained cannot be converted: {exception.Message.TrimEnd('.')}. Where a value is not finite, label or weights are too large, or LearningRate is.",
                SourceLocation.None);
        }
    }
}

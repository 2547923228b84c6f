using ModelSdk.Contracts.Json;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;

namespace ModelSdk.Engine.Training;

/// <summary>Makes the model file of a fitted model.</summary>
public static class ModelFileBuilder
{
    private const string Format = "1";
    private const double EvenOdds = 0.5;

    /// <summary>The model file. Equal models give equal bytes; nothing in it tells time, path or machine.</summary>
    /// <param name="fitted">The fitted model.</param>
    public static ModelFile Build(FittedModel fitted)
    {
        Dictionary<string, string> metadata = new(StringComparer.Ordinal)
        {
            [ModelKeys.Format] = Format,
            [ModelKeys.Contract] = ContractWriter.WriteSemantics(fitted.Contract),
            [ModelKeys.Features] = FeatureEncodingText.Write(fitted.Features),
            [ModelKeys.Trainer] = fitted.Trainer,
            [ModelKeys.Kernel] = fitted.Model.Kernel,
            [ModelKeys.Link] = fitted.Model.Link,
        };
        if (fitted.Contract.Task.HasTwoClasses())
        {
            metadata.Add(ModelKeys.Threshold, JsonText.Number(fitted.Model.Threshold ?? EvenOdds));
        }

        return new ModelFile(metadata, fitted.Model.Tensors);
    }
}

using System.Globalization;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Runtime.Kernels;

namespace ModelSdk.Runtime.Loading;

/// <summary>Reads model files and trusts nothing: every part is checked against the contract that the file carries.</summary>
internal static class PredictionModelReader
{
    private const string CurrentFormat = "1";

    public static PredictionModel Read(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ModelFile file = ModelFile.Read(bytes);
        CheckFormat(file);
        ModelContract contract = ReadContract(file);
        IReadOnlyList<FeatureEncoding> features = FeatureEncodingText.Read(file.Text(ModelKeys.Features));
        EncodingRules.Check(features, contract);
        int outputs = contract.Task == ModelTask.MulticlassClassification ? contract.Label.Classes.Count : 1;
        return new PredictionModel(contract, features, ReadKernel(file, features, outputs), ReadLink(file, contract.Task))
        {
            Trainer = file.Metadata.GetValueOrDefault(ModelKeys.Trainer, ""),
            Threshold = ReadThreshold(file),
        };
    }

    private static void CheckFormat(ModelFile file)
    {
        string format = file.Text(ModelKeys.Format);
        if (format != CurrentFormat)
        {
            throw new ModelFormatException($"The model file has format \"{format}\"; this version of ModelSdk.Runtime reads format {CurrentFormat}.");
        }
    }

    private static ModelContract ReadContract(ModelFile file)
    {
        try
        {
            return ContractReader.Read(file.Text(ModelKeys.Contract));
        }
        catch (ContractException exception)
        {
            throw new ModelFormatException($"The model file's contract is damaged: {exception.Message}", exception);
        }
    }

    private static Kernel ReadKernel(ModelFile file, IReadOnlyList<FeatureEncoding> features, int outputs) =>
        file.Text(ModelKeys.Kernel) switch
        {
            "forecast" => ForecastKernel.Read(file, features, outputs),
            "linear" => LinearKernels.Read(file, features, outputs),
            "network" => NetworkKernel.Read(file, features, outputs),
            "trees" => TreeKernels.Read(file, features, outputs),
            string unknown => throw new ModelFormatException(
                $"The model needs the kernel \"{unknown}\"; this version of ModelSdk.Runtime has: forecast, linear, network, trees. Update the package ModelSdk.Runtime."),
        };

    private static Link ReadLink(ModelFile file, ModelTask task)
    {
        Link[] valid = task switch
        {
            ModelTask.Regression or ModelTask.Forecasting => [Link.Identity, Link.Exponential],
            ModelTask.BinaryClassification => [Link.Logistic, Link.Identity],
            ModelTask.MulticlassClassification => [Link.Softmax, Link.Identity],
            _ => [Link.Isolation],
        };
        string stored = file.Text(ModelKeys.Link);
        int index = Array.FindIndex(valid, link => Word(link) == stored);
        return index >= 0 ? valid[index] : throw new ModelFormatException($"The model file's link is \"{stored}\"; {task} needs \"{string.Join("\" or \"", valid.Select(Word))}\".");
    }

    private static string Word(Link link) => link switch
    {
        Link.Identity => "identity",
        Link.Logistic => "logistic",
        Link.Softmax => "softmax",
        Link.Exponential => "exponential",
        _ => "isolation",
    };

    private static double ReadThreshold(ModelFile file)
    {
        if (!file.Metadata.TryGetValue(ModelKeys.Threshold, out string? text))
        {
            return 0.5;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double threshold) && threshold is >= 0 and <= 1
            ? threshold
            : throw new ModelFormatException($"The model file's threshold is \"{text}\"; expected a number from 0 to 1.");
    }
}

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
            ModelKernels.Forecast => ForecastKernel.Read(file, features, outputs),
            ModelKernels.Linear => LinearKernels.Read(file, features, outputs),
            ModelKernels.Network => NetworkKernel.Read(file, features, outputs),
            ModelKernels.Trees => TreeKernels.Read(file, features, outputs),
            string unknown => throw new ModelFormatException(
                $"The model needs the kernel \"{unknown}\"; this version of ModelSdk.Runtime has: {string.Join(", ", ModelKernels.All)}. Update the package ModelSdk.Runtime."),
        };

    private static Link ReadLink(ModelFile file, ModelTask task)
    {
        string stored = file.Text(ModelKeys.Link);
        IReadOnlyList<string> valid = ModelLinks.For(task);
        if (!valid.Contains(stored))
        {
            throw new ModelFormatException($"The model file's link is \"{stored}\"; {task} needs \"{string.Join("\" or \"", valid)}\".");
        }

        return stored switch
        {
            ModelLinks.Identity => Link.Identity,
            ModelLinks.Logistic => Link.Logistic,
            ModelLinks.Softmax => Link.Softmax,
            ModelLinks.Exponential => Link.Exponential,
            _ => Link.Isolation,
        };
    }

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

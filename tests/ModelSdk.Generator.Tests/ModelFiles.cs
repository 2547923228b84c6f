using ModelSdk.Contracts.Digests;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Contracts.Versions;

namespace ModelSdk.Generator.Tests;

/// <summary>Linear models for a contract, with coefficients that tell every column from every other.</summary>
internal static class ModelFiles
{
    public static byte[] Make(ModelContract contract)
    {
        FeatureEncoding[] encodings = [.. contract.Features.Select(Encoding)];
        int outputs = contract.Task == ModelTask.MulticlassClassification ? contract.Label.Classes.Count : 1;
        int width = encodings.Sum(encoding => encoding.Width);
        double[] coefficients = [.. Enumerable.Range(0, outputs * width).Select(index => ((index * 7919 % 101) - 50) / 64.0)];
        double[] intercepts = [.. Enumerable.Range(0, outputs).Select(output => output / 8.0)];
        Dictionary<string, string> metadata = new()
        {
            [ModelKeys.Format] = "1",
            [ModelKeys.Contract] = ContractWriter.WriteSemantics(contract),
            [ModelKeys.Features] = FeatureEncodingText.Write(encodings),
            [ModelKeys.Trainer] = "LinearRegression",
            [ModelKeys.Kernel] = "linear",
            [ModelKeys.Link] = contract.Task switch { ModelTask.Regression => "identity", ModelTask.BinaryClassification => "logistic", _ => "softmax" },
        };
        return new ModelFile(metadata, [ModelTensor.Of(ModelKeys.Coefficients, coefficients, outputs, width), ModelTensor.Of(ModelKeys.Intercepts, intercepts)]).ToBytes();
    }

    public static byte[] MakeRecord(string name, byte[] model) => System.Text.Encoding.UTF8.GetBytes(
        new VersionRecord(name, "0.1.0-dev.g" + Sha256Digest.Of(model)[..8], Sha256Digest.Of(model), Sha256Digest.Of("data"), Sha256Digest.Of("recipe"))
        {
            Task = "Regression", Trainer = "LinearRegression", Metrics = [new("Rmse", 1.5)], SdkVersion = "1.0.0",
        }.ToJson());

    private static FeatureEncoding Encoding(ContractColumn column) => column.Kind switch
    {
        ColumnKind.Categorical => new(column.Name, column.Kind) { Categories = new(["EU", "month", "year"]), OtherIndicator = true, MissingIndicator = true },
        ColumnKind.Text => new(column.Name, column.Kind) { Text = new(5) { WordNgrams = 1, Documents = 9, Frequencies = new([1, 0, 4, 2, 8]) }, MissingIndicator = true },
        _ => new(column.Name, column.Kind) { Mean = 3, Scale = 8, Fill = 2, MissingIndicator = true },
    };
}

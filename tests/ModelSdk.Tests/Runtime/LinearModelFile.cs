using System.Globalization;
using ModelSdk.Contracts;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;

namespace ModelSdk.Tests.Runtime;

/// <summary>Builds model files of linear models, whole or damaged on purpose.</summary>
internal sealed record LinearModelFile(ModelContract Contract, IReadOnlyList<FeatureEncoding> Encodings, double[,] Coefficients, double[] Intercepts)
{
    public string Kernel { get; init; } = "linear";

    public string Format { get; init; } = "1";

    public string Link { get; init; } = Contract.Task switch
    {
        ModelTask.Regression => "identity",
        ModelTask.BinaryClassification => "logistic",
        _ => "softmax",
    };

    public string? Threshold { get; init; }

    public static ContractColumn Feature(string name, ColumnKind kind, bool nullable = false) => new(name, PropertyNames.Clean(name), ColumnRole.Feature, kind) { Nullable = nullable };

    public static ModelContract ContractOf(ContractColumn label, params ContractColumn[] features)
    {
        ModelTask task = label.Classes.Count switch { 0 => ModelTask.Regression, 2 => ModelTask.BinaryClassification, _ => ModelTask.MulticlassClassification };
        return new ModelContract(task, new EquatableArray<ContractColumn>([.. features, label]));
    }

    public static ContractColumn Number(string name) => new(name, PropertyNames.Clean(name), ColumnRole.Label, ColumnKind.Numeric);

    public static ContractColumn Classes(string name, params string[] classes) =>
        new(name, PropertyNames.Clean(name), ColumnRole.Label, ColumnKind.Categorical) { Classes = new(classes), Positive = classes.Length == 2 ? classes[1] : null };

    public byte[] ToBytes()
    {
        Dictionary<string, string> metadata = new()
        {
            [ModelKeys.Format] = this.Format,
            [ModelKeys.Contract] = ContractWriter.WriteSemantics(this.Contract),
            [ModelKeys.Features] = FeatureEncodingText.Write(this.Encodings),
            [ModelKeys.Trainer] = "LinearRegression",
            [ModelKeys.Kernel] = this.Kernel,
            [ModelKeys.Link] = this.Link,
        };
        if (this.Threshold is not null)
        {
            metadata[ModelKeys.Threshold] = this.Threshold;
        }

        ModelTensor coefficients = ModelTensor.Of(ModelKeys.Coefficients, [.. this.Coefficients.Cast<double>()], this.Coefficients.GetLength(0), this.Coefficients.GetLength(1));
        return new ModelFile(metadata, [coefficients, ModelTensor.Of(ModelKeys.Intercepts, this.Intercepts)]).ToBytes();
    }

    /// <summary>A margin straight from the definition: encode, standardise, multiply, add; in no particular order of additions.</summary>
    public double Margin(int output, ReadOnlySpan<double> slots)
    {
        double margin = this.Intercepts[output];
        int column = 0;
        for (int slot = 0; slot < slots.Length; slot++)
        {
            foreach (double value in Encode(this.Encodings[slot], slots[slot]))
            {
                margin += value * this.Coefficients[output, column++];
            }
        }

        return column == this.Coefficients.GetLength(1) ? margin : throw new InvalidOperationException(column.ToString(CultureInfo.InvariantCulture));
    }

    private static IEnumerable<double> Encode(FeatureEncoding encoding, double slot)
    {
        bool missing = double.IsNaN(slot);
        if (!encoding.IsCategorical)
        {
            yield return ((missing ? encoding.Fill : slot) - encoding.Mean) / encoding.Scale;
        }

        for (int code = 0; code < encoding.Categories.Count; code++)
        {
            if (code != encoding.Reference)
            {
                yield return slot == code ? 1 : 0;
            }
        }

        if (encoding.OtherIndicator)
        {
            yield return slot == -1 ? 1 : 0;
        }

        if (encoding.MissingIndicator)
        {
            yield return missing ? 1 : 0;
        }
    }
}

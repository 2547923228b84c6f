using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Features;

/// <summary>Learns from the training rows how each feature becomes numbers.</summary>
public static class FeatureFitter
{
    /// <summary>Changes whenever the same rows could give other encodings; part of the recipe.</summary>
    public const int Revision = 2;

    // Squares of smaller numbers leave the range of doubles.
    private const double SmallestDeviation = 1e-150;

    /// <summary>Fits the encodings. No other row than the given ones has any influence.</summary>
    /// <param name="table">The data.</param>
    /// <param name="rows">The training rows, in the order in which they are summed.</param>
    /// <param name="contract">Which columns are features; their order is the slots' order.</param>
    /// <param name="form">What the trainer wants.</param>
    /// <param name="contractFile">The contract's path, for diagnostics.</param>
    /// <returns>One encoding for each feature.</returns>
    /// <exception cref="ModelBuildException">There is no row, or a feature has no value, or values that are too large.</exception>
    public static IReadOnlyList<FeatureEncoding> Fit(
        DataTable table, IReadOnlyList<int> rows, ModelContract contract, FeatureForm form, string contractFile = "")
    {
        if (rows.Count == 0)
        {
            throw new ModelBuildException(TrainingDiagnostics.NoTrainingRows, "The split leaves no row to train on.", SourceLocation.None);
        }

        return [.. contract.Features.Select(feature => Fit(table.Column(feature.Name), rows, form, Place(feature, contractFile)))];
    }

    private static FeatureEncoding Fit(DataColumn column, IReadOnlyList<int> rows, FeatureForm form, SourceLocation location)
    {
        double[] present = Present(column, rows);
        if (present.Length == 0)
        {
            throw new ModelBuildException(
                TrainingDiagnostics.FeatureAllMissing,
                $"The feature {Quote.Value(column.Schema.Name)} has no value in any of the {rows.Count} training rows; set its role to \"ignore\" or supply values.",
                location);
        }

        FeatureEncoding encoding = new(column.Schema.Name, column.Schema.Kind) { Native = form == FeatureForm.Native };
        encoding = encoding with { MissingIndicator = !encoding.Native && present.Length < rows.Count };
        return encoding.IsCategorical ? CategoryFit.Apply(encoding, column, present, form)
            : encoding.Native ? encoding
            : Standardise(encoding, present, location);
    }

    private static FeatureEncoding Standardise(FeatureEncoding encoding, double[] present, SourceLocation location)
    {
        (double mean, double deviation) = Moments.Of(present);
        if (!double.IsFinite(mean) || !double.IsFinite(deviation))
        {
            throw new ModelBuildException(
                TrainingDiagnostics.FeatureNotFinite,
                $"The values of the feature {Quote.Value(encoding.Column)} are infinite or so large that their mean or spread is; rescale the column or set its role to \"ignore\".",
                location);
        }

        return encoding with { Mean = mean, Fill = mean, Scale = deviation < SmallestDeviation ? 1 : deviation };
    }

    private static double[] Present(DataColumn column, IReadOnlyList<int> rows)
    {
        double[] values = new double[rows.Count];
        int count = 0;
        foreach (int row in rows)
        {
            values[count] = column.Values[row];
            count += double.IsNaN(column.Values[row]) ? 0 : 1;
        }

        return values[..count];
    }

    private static SourceLocation Place(ContractColumn column, string contractFile) =>
        contractFile.Length == 0 ? SourceLocation.None : new(contractFile, column.Position.Text.Line, column.Position.Text.Column);
}

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
    public const int Revision = 3;

    /// <summary>Fits the encodings. No other row than the given ones has any influence.</summary>
    /// <param name="table">The data.</param>
    /// <param name="rows">The training rows, in the order in which they are summed.</param>
    /// <param name="contract">Which columns are features; their order is the slots' order.</param>
    /// <param name="form">What the trainer wants.</param>
    /// <param name="contractFile">The contract's path, for diagnostics.</param>
    /// <param name="project">What the project says about its features; null for nothing.</param>
    /// <returns>One encoding for each feature.</returns>
    /// <exception cref="ModelBuildException">There is no row, or a feature has no value, or values that are too large.</exception>
    public static IReadOnlyList<FeatureEncoding> Fit(
        DataTable table, int[] rows, ModelContract contract, FeatureForm form, string contractFile = "", ProjectFeatures? project = null)
    {
        if (rows.Length == 0)
        {
            throw new ModelBuildException(TrainingDiagnostics.NoTrainingRows, "The split leaves no row to train on.", SourceLocation.None);
        }

        ProjectFeatures settings = project ?? ProjectFeatures.None;
        IReadOnlyList<ContractColumn> features = contract.Features;
        FeatureEncoding[] encodings = new FeatureEncoding[features.Count];
        InOrder.Run(
            features.Count,
            table.IsInFile ? 1 : Environment.ProcessorCount,
            index => encodings[index] = Fit(table.Column(features[index].Name), rows, form, settings.Of(features[index].Name), Place(features[index], contractFile), contract.Task));
        return settings.Interactions.Count == 0 ? encodings : ProductFit.Apply(encodings, settings.Interactions);
    }

    private static FeatureEncoding Fit(DataColumn column, int[] rows, FeatureForm form, FeatureSettings settings, SourceLocation location, ModelTask task)
    {
        double[] present = Present(column, rows);
        if (present.Length == 0)
        {
            throw new ModelBuildException(
                TrainingDiagnostics.FeatureAllMissing,
                $"The feature {Quote.Value(column.Schema.Name)} has no value in any of the {rows.Length} training rows; set its role to \"ignore\" or supply values.",
                location);
        }

        bool native = form == FeatureForm.Native;
        FeatureEncoding encoding = new(column.Schema.Name, column.Schema.Kind)
        {
            Native = native,
            MissingIndicator = !native && settings.MissingIndicator && present.Length < rows.Length,
            Monotone = settings.Monotone,
        };
        return column.Schema.Kind switch
        {
            // A forecast reads its time and its series whole.
            ColumnKind.Text when task == ModelTask.Forecasting => CategoryFit.Apply(encoding, column, present, form),
            ColumnKind.Date when task == ModelTask.Forecasting && native => encoding,
            ColumnKind.Text => TextFit.Apply(encoding, column, present, settings),
            ColumnKind.Categorical => CategoryFit.Apply(encoding, column, present, form),
            ColumnKind.Date => DateFit.Apply(encoding, present, column.Schema.Reference ?? 0, settings, location),
            _ => native ? encoding : NumberFit.Apply(encoding, present, settings, location),
        };
    }

    private static double[] Present(DataColumn column, int[] rows)
    {
        double[] values = new double[rows.Length];
        column.Pick(rows, values);
        int count = 0;
        foreach (double value in values)
        {
            values[count] = value;
            count += double.IsNaN(value) ? 0 : 1;
        }

        return count == values.Length ? values : values[..count];
    }

    private static SourceLocation Place(ContractColumn column, string contractFile) =>
        contractFile.Length == 0 ? SourceLocation.None : new(contractFile, column.Position.Text.Line, column.Position.Text.Column);
}

using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;
using ModelSdk.Runtime.Features;

namespace ModelSdk.Engine.Training;

/// <summary>Makes what a trainer sees of a table's training rows.</summary>
public static class TrainingDataBuilder
{
    /// <summary>Encodes the training rows.</summary>
    /// <param name="table">The data.</param>
    /// <param name="rows">The training rows; their order is the order of the design's rows.</param>
    /// <param name="contract">Names label, weight and features.</param>
    /// <param name="features">The fitted encodings, one for each feature.</param>
    /// <returns>Design, target and weights.</returns>
    /// <exception cref="ModelBuildException">There is no row, a label or weight cannot be used, or a class has no row.</exception>
    public static TrainingData Build(DataTable table, IReadOnlyList<int> rows, ModelContract contract, IReadOnlyList<FeatureEncoding> features)
    {
        if (rows.Count == 0)
        {
            throw new ModelBuildException(TrainingDiagnostics.NoTrainingRows, "The split leaves no row to train on.", SourceLocation.None);
        }

        DesignMatrix design = Encode(table, rows, features);
        IReadOnlyList<DesignColumn> columns = DesignColumns.Of(features);
        return new TrainingData(contract.Task, design, columns, TargetReader.Read(table, rows, contract))
        {
            Contract = contract,
            RowHashes = [.. rows.Select(row => table.HoldoutHashes[row])],
            Weights = Weights(table, rows, contract),
            ClassCount = contract.Label.Classes.Count,
            OriginalValues = Originals(table, rows, features, design, columns),
        };
    }

    // Only of numbers that are merely scaled; what other columns were comes back from the design.
    private static Func<int, double[]> Originals(
        DataTable table, IReadOnlyList<int> rows, IReadOnlyList<FeatureEncoding> features, DesignMatrix design, IReadOnlyList<DesignColumn> columns)
    {
        FeatureEncoding?[] numbers = [.. features.SelectMany(feature => Enumerable.Range(0, feature.NumberWidth + feature.Interactions.Sum(product => product.Width))
            .Select(index => index == 0 && IsScaledOnly(feature) ? feature : null))];
        double Filled(double value, FeatureEncoding feature) => double.IsNaN(value) ? feature.Fill : value;
        double Unscaled(int row, int dense) => (design.DenseRow(row)[dense] * columns[design.DenseColumns[dense]].Scale) + columns[design.DenseColumns[dense]].Mean;
        return dense => numbers[dense] is { } feature
            ? [.. rows.Select(row => Filled(table.Column(feature.Column).Values[row], feature))]
            : [.. Enumerable.Range(0, design.Rows).Select(row => Unscaled(row, dense))];
    }

    private static bool IsScaledOnly(FeatureEncoding feature) =>
        feature is { IsCategorical: false, Text: null, Parts.Count: 0, Transform: FeatureTransform.None, Quantiles.Count: 0 };

    private static DesignMatrix Encode(DataTable table, IReadOnlyList<int> rows, IReadOnlyList<FeatureEncoding> features)
    {
        FeatureEncoder encoder = new(features);
        DesignMatrix design = new(rows.Count, encoder.Width, encoder.DenseColumns, encoder.CodeCount);
        SlotReader reader = new(table, features);
        Parallel.For(0, design.BlockCount, block =>
        {
            double[] slots = new double[encoder.SlotCount];
            int first = block * DesignMatrix.RowsPerBlock;
            for (int index = first; index < first + design.RowsIn(block); index++)
            {
                reader.Read(rows[index], slots);
                encoder.Encode(slots, design.DenseRow(index), design.CodeRow(index));
            }
        });
        return design;
    }

    private static double[]? Weights(DataTable table, IReadOnlyList<int> rows, ModelContract contract)
    {
        ContractColumn? column = contract.Columns.FirstOrDefault(column => column.Role == ColumnRole.Weight);
        if (column is null)
        {
            return null;
        }

        double[] values = table.Column(column.Name).Values;
        double[] weights = [.. rows.Select(row => values[row])];
        int unusable = weights.Count(weight => !(weight >= 0 && double.IsFinite(weight)));
        if (unusable > 0 || weights.All(weight => weight == 0))
        {
            throw new ModelBuildException(
                TrainingDiagnostics.UnusableWeights,
                $"The weight column {Quote.Value(column.Name)} " + (unusable > 0
                    ? $"is missing, negative or infinite in {unusable} of {weights.Length} training rows; a weight is a number ≥ 0."
                    : "is 0 in every training row; at least one row must count."),
                SourceLocation.None);
        }

        return weights;
    }
}

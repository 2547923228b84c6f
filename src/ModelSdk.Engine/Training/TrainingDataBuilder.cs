using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Training;

/// <summary>Makes what a trainer sees of a table's training rows.</summary>
public static class TrainingDataBuilder
{
    /// <summary>Encodes the training rows: at once, or whenever a block is asked for where the table lies in a file or the design would be too large.</summary>
    /// <param name="table">The data.</param>
    /// <param name="rows">The training rows; their order is the order of the design's rows.</param>
    /// <param name="contract">Names label, weight and features.</param>
    /// <param name="features">The fitted encodings, one for each feature.</param>
    /// <param name="mostBytes">How large a design may be that is encoded at once; any size unless set.</param>
    /// <returns>Design, target and weights.</returns>
    /// <exception cref="ModelBuildException">There is no row, a label or weight cannot be used, or a class has no row.</exception>
    public static TrainingData Build(DataTable table, int[] rows, ModelContract contract, IReadOnlyList<FeatureEncoding> features, long mostBytes = long.MaxValue)
    {
        if (rows.Length == 0)
        {
            throw new ModelBuildException(TrainingDiagnostics.NoTrainingRows, "The split leaves no row to train on.", SourceLocation.None);
        }

        DesignEncoding encoding = new(table, rows, features);
        DesignMatrix design = table.IsInFile || encoding.Bytes > mostBytes ? encoding.Stream() : encoding.Encode();
        return new TrainingData(contract.Task, design, DesignColumns.Of(features), TargetReader.Read(table, rows, contract))
        {
            Contract = contract,
            RowHashes = Array.ConvertAll(rows, row => table.HoldoutHashes[row]),
            Weights = Weights(table, rows, contract),
            ClassCount = contract.Label.Classes.Count,
            ReadOriginals = new OriginalValues(encoding, design).Read,
        };
    }

    private static double[]? Weights(DataTable table, int[] rows, ModelContract contract)
    {
        if (table.Weights(contract, rows) is not { } weights)
        {
            return null;
        }

        string name = contract.Columns.First(column => column.Role == ColumnRole.Weight).Name;
        int unusable = weights.Count(weight => !(weight >= 0 && double.IsFinite(weight)));
        if (unusable > 0 || weights.All(weight => weight == 0))
        {
            throw new ModelBuildException(
                TrainingDiagnostics.UnusableWeights,
                $"The weight column {Quote.Value(name)} " + (unusable > 0
                    ? $"is missing, negative or infinite in {unusable} of {weights.Length} training rows; a weight is a number ≥ 0."
                    : "is 0 in every training row; at least one row must count."),
                SourceLocation.None);
        }

        return weights;
    }
}

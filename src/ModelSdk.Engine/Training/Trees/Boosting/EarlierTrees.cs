using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Models.Trees;
using ModelSdk.Engine.Logging;
using ModelSdk.Runtime;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>The trees of the model that a warm start continues.</summary>
/// <param name="file">The earlier model.</param>
internal sealed class EarlierTrees(ModelFile file)
{
    /// <summary>The trees.</summary>
    public TreeEnsemble Trees { get; } = Read(file);

    /// <summary>The earlier model's margins.</summary>
    /// <param name="data">The design, whose columns are the model's slots.</param>
    /// <param name="rows">The order of rows.</param>
    /// <param name="objective">What is minimised from here on.</param>
    /// <exception cref="ModelBuildException">The earlier model has other features or another kind of prediction.</exception>
    public double[] Margins(TrainingData data, BoostingRows rows, BoostingObjective objective)
    {
        PredictionModel model = PredictionModel.Load(file.ToBytes());
        Require(file.Text(ModelKeys.Link) == objective.Link && this.Trees.OutputCount == objective.OutputCount, "predicts something else");
        Require(this.Trees.SinglePrecision && this.Trees.ValueWidth == 1 && (this.Trees.Roots.Count == 0 || this.Trees.Outputs.Count > 0), "is of another trainer");
        Require(model.SlotCount == data.Columns.Count && SameFeatures(model, data), "has other features or categories");
        double[] margins = new double[rows.Count * objective.OutputCount];
        for (int row = 0; row < rows.Count; row++)
        {
            model.ComputeMargins(data.Design.DenseRow(rows.Order[row]), margins.AsSpan(row * objective.OutputCount, objective.OutputCount));
        }

        return margins;
    }

    private static bool SameFeatures(PredictionModel model, TrainingData data) =>
        model.Features.Zip(data.Columns).All(pair => pair.First.Column == pair.Second.Feature && pair.First.Native
            && pair.First.IsCategorical == pair.Second.IsCategorical && pair.First.Categories.Count == pair.Second.CategoryCount);

    private static TreeEnsemble Read(ModelFile file)
    {
        Require(file.Text(ModelKeys.Kernel) == "trees", "is not made of trees");
        return TreeEnsemble.Read(file);
    }

    private static void Require(bool holds, string problem)
    {
        if (!holds)
        {
            throw new ModelBuildException(
                TreeDiagnostics.CannotContinue,
                $"The earlier model cannot be continued: it {problem}. Train without a warm start, or continue a model of the same contract, trainer and objective.",
                SourceLocation.None);
        }
    }
}

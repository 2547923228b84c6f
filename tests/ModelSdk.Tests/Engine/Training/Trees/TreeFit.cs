using ModelSdk.Contracts;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Training;
using ModelSdk.Runtime;

namespace ModelSdk.Tests.Engine.Training.Trees;

/// <summary>Fits trees to arrays and loads the model as an app does.</summary>
internal sealed class TreeFit
{
    private static readonly string[] Classes = ["k0", "k1", "k2", "k3", "k4", "k5", "k6", "k7", "k8", "k9"];

    public TreeFit(ModelTask task, double[][] rows, double[] target, params DesignColumn[] columns)
    {
        DesignMatrix design = new(rows.Length, rows[0].Length);
        for (int row = 0; row < rows.Length; row++)
        {
            rows[row].CopyTo(design.DenseRow(row));
        }

        DesignColumn[] all = columns.Length > 0 ? columns : [.. rows[0].Select((_, index) => Number(index))];
        int classes = task switch { ModelTask.Regression => 0, ModelTask.MulticlassClassification => (int)target.Max() + 1, _ => 2 };
        this.Rows = rows;
        this.Data = new TrainingData(task, design, all, target) { ClassCount = classes, MaximumThreads = 1 };
    }

    public double[][] Rows { get; }

    public TrainingData Data { get; set; }

    public RecordingLog Log { get; } = new();

    public static DesignColumn Number(int index, int monotone = 0) => new($"x{index}", $"x{index}", 0, 1) { Monotone = monotone };

    public static DesignColumn Category(int index, int count) => new($"x{index}", $"x{index}", 0, 1) { IsCategorical = true, CategoryCount = count };

    /// <summary>A column of values.</summary>
    public static double[][] Column(params double[] values) => [.. values.Select(value => new[] { value })];

    public static HyperparameterValues Values(ITrainer trainer, params (string Name, string Value)[] settings)
    {
        Dictionary<string, string> texts = new(HyperparameterValues.Defaults(trainer.Hyperparameters).Texts);
        foreach ((string name, string value) in settings)
        {
            Assert.True(texts.ContainsKey(name), name);
            texts[name] = value;
        }

        return new HyperparameterValues(texts);
    }

    public TrainedModel Train(ITrainer trainer, params (string Name, string Value)[] settings) =>
        trainer.Train(this.Data, Values(trainer, settings), this.Log, CancellationToken.None);

    public ModelFile File(ITrainer trainer, TrainedModel model)
    {
        FeatureEncoding[] encodings = [.. this.Data.Columns.Select(Encoding)];
        string[] classes = [.. Classes.Take(this.Data.ClassCount)];
        ContractColumn label = new("label", "Label", ColumnRole.Label, this.Data.ClassCount == 0 ? ColumnKind.Numeric : ColumnKind.Categorical)
        {
            Classes = new(classes),
            Positive = classes.Length == 2 ? classes[1] : null,
        };
        IEnumerable<ContractColumn> features = encodings.Select(encoding => new ContractColumn(encoding.Column, encoding.Column.ToUpperInvariant(), ColumnRole.Feature, encoding.Kind) { Nullable = true });
        return ModelFileBuilder.Build(new FittedModel(new ModelContract(this.Data.Task, new EquatableArray<ContractColumn>([.. features, label])), encodings, trainer.Name, model));
    }

    public PredictionModel Fit(ITrainer trainer, params (string Name, string Value)[] settings) =>
        PredictionModel.Load(this.File(trainer, this.Train(trainer, settings)).ToBytes());

    public static double Score(PredictionModel model, params double[] row)
    {
        double[] score = new double[model.ScoreCount];
        model.Score(row, score);
        return score[0];
    }

    public double[] Scores(PredictionModel model) => [.. this.Rows.Select(row => Score(model, row))];

    private static FeatureEncoding Encoding(DesignColumn column) => new(column.Feature, column.IsCategorical ? ColumnKind.Categorical : ColumnKind.Numeric)
    {
        Native = true,
        Categories = new(column.IsCategorical ? [.. Enumerable.Range(0, column.CategoryCount).Select(code => $"c{code:000000}")] : []),
    };
}

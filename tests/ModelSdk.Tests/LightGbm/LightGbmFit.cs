using ModelSdk.Contracts.Models;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training;
using ModelSdk.LightGbm;
using ModelSdk.Runtime;
using ModelSdk.Tests.Engine.Training;

namespace ModelSdk.Tests.LightGbm;

/// <summary>A training by the trainer LightGbm, with LightGBM's own text of the model.</summary>
internal sealed class LightGbmFit
{
    private LightGbmFit(TestTable table, IReadOnlyList<FeatureEncoding> features, TrainedModel model, string text)
    {
        this.Model = model;
        this.Text = text;
        this.All = TrainingDataBuilder.Build(table.Table, table.AllRows, table.Contract, features);
        this.Predictor = PredictionModel.Load(ModelFileBuilder.Build(new FittedModel(table.Contract, features, "LightGbm", model)).ToBytes());
    }

    public TrainedModel Model { get; }

    public string Text { get; }

    /// <summary>All rows of the table, in the encoding of the fitted ones.</summary>
    public TrainingData All { get; }

    public PredictionModel Predictor { get; }

    /// <summary>The text up to the parameters, among which is the number of threads.</summary>
    public string Trees => this.Text[..this.Text.IndexOf("\nparameters:", StringComparison.Ordinal)];

    public static LightGbmFit Of(TestTable table, int[] rows, params (string Name, string Value)[] settings) =>
        Of(table, rows, data => data, new RecordingLog(), CancellationToken.None, settings);

    public static LightGbmFit Of(
        TestTable table, int[] rows, Func<TrainingData, TrainingData> change, IEngineLog log, CancellationToken cancellation, params (string Name, string Value)[] settings)
    {
        IReadOnlyList<FeatureEncoding> features = FeatureFitter.Fit(table.Table, rows, table.Contract, FeatureForm.Native);

        // Positions decide which rows validate: those of a table made by hand have no hashes.
        TrainingData data = TrainingDataBuilder.Build(table.Table, rows, table.Contract, features) with { RowHashes = [], MaximumThreads = 1 };
        HyperparameterSetting[] items = [.. settings.Select(setting => new HyperparameterSetting(setting.Name, setting.Value, SourceLocation.None))];
        HyperparameterValues values = HyperparameterParser.Parse(new LightGbmTrainer(), items, log);
        (TrainedModel model, string text) = new TrainingRun(change(data), values, log).Train(cancellation);
        return new LightGbmFit(table, features, model, text);
    }

    /// <summary>The margins of all rows, by our own kernel.</summary>
    public double[] Margins() => Margins(this.Predictor, this.All.Design);

    public static double[] Margins(PredictionModel predictor, DesignMatrix design)
    {
        double[] margins = new double[design.Rows * predictor.ScoreCount];
        for (int row = 0; row < design.Rows; row++)
        {
            predictor.ComputeMargins(design.DenseRow(row), margins.AsSpan(row * predictor.ScoreCount, predictor.ScoreCount));
        }

        return margins;
    }

    /// <summary>LightGBM's raw scores of all rows.</summary>
    public double[] RawScores()
    {
        using LightGbmModel model = new(this.Text);
        return model.RawScores(this.All.Design, this.Predictor.ScoreCount);
    }
}

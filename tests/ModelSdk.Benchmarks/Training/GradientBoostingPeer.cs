using System.Globalization;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training;
using ModelSdk.Engine.Training.Trees;
using ModelSdk.Runtime;

namespace ModelSdk.Benchmarks.Training;

/// <summary>Our own trainer.</summary>
/// <param name="data">The data.</param>
/// <param name="trees">How many trees.</param>
/// <param name="leaves">The most leaves of a tree.</param>
/// <param name="threads">How many threads.</param>
internal sealed class GradientBoostingPeer(BoostingData data, int trees, int leaves, int threads) : IBoostingPeer
{
    private readonly GradientBoosting trainer = new();
    private TrainedModel? model;

    public string Name => "ModelSdk";

    public void Train()
    {
        HyperparameterSetting[] settings = [Setting("Trees", trees), Setting("MaxLeaves", leaves)];
        HyperparameterValues values = HyperparameterParser.Parse(this.trainer, settings, SilentLog.Instance);
        this.model = this.trainer.Train(data.Training with { MaximumThreads = threads }, values, SilentLog.Instance, CancellationToken.None);
    }

    public double[] Margins(DesignMatrix design)
    {
        FittedModel fitted = new(data.Contract, data.Features, this.trainer.Name, this.model!);
        PredictionModel predictor = PredictionModel.Load(ModelFileBuilder.Build(fitted).ToBytes());
        double[] margins = new double[design.Rows];
        for (int row = 0; row < design.Rows; row++)
        {
            predictor.ComputeMargins(design.DenseRow(row), margins.AsSpan(row, 1));
        }

        return margins;
    }

    public void Dispose()
    {
    }

    private static HyperparameterSetting Setting(string name, int value) => new(name, value.ToString(CultureInfo.InvariantCulture), SourceLocation.None);
}

using ModelSdk.Contracts.Models;
using ModelSdk.Engine.Features;
using ModelSdk.Runtime;
using ModelSdk.Tests.Engine.Features;

namespace ModelSdk.Tests.Engine.Training.Networks;

/// <summary>Scores rows of a table with the Runtime, from the bytes of a model file.</summary>
internal sealed class NetworkScorer
{
    private readonly PredictionModel model;
    private readonly SlotReader reader;

    public NetworkScorer(ModelFile file, TestTable table)
    {
        this.model = PredictionModel.Load(file.ToBytes());
        this.reader = new SlotReader(table.Table, this.model.Features);
    }

    public double[] Scores(int row)
    {
        double[] slots = new double[this.model.SlotCount];
        double[] scores = new double[this.model.ScoreCount];
        this.reader.Read(row, slots);
        this.model.Score(slots, scores);
        return scores;
    }
}

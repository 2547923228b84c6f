using ModelSdk.Contracts.Models;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Features;
using ModelSdk.Runtime.Features;
using ModelSdk.Tests.Engine.Features;

namespace ModelSdk.Tests.Engine.Training;

/// <summary>Scores rows of a table by the definition of a linear model, with the platform's mathematics: the reference for trainers.</summary>
internal sealed class MarginScorer
{
    private readonly double[] coefficients;
    private readonly double[] intercepts;
    private readonly FeatureEncoder encoder;
    private readonly SlotReader reader;
    private readonly double[] slots;

    public MarginScorer(ModelFile file, DataTable table)
    {
        IReadOnlyList<FeatureEncoding> features = FeatureEncodingText.Read(file.Text(ModelKeys.Features));
        this.coefficients = file.Tensor(ModelKeys.Coefficients).ToDoubles();
        this.intercepts = file.Tensor(ModelKeys.Intercepts).ToDoubles();
        this.encoder = new FeatureEncoder(features);
        this.reader = new SlotReader(table, features);
        this.slots = new double[this.encoder.SlotCount];
    }

    public double[] Margins(int row)
    {
        double[] columns = new double[this.encoder.Width];
        this.reader.Read(row, this.slots);
        this.encoder.Encode(this.slots, columns);
        return [.. this.intercepts.Select((intercept, output) =>
            intercept + columns.Select((value, column) => value * this.coefficients[(output * columns.Length) + column]).Sum())];
    }

    public double[] Probabilities(int row)
    {
        double[] exponentials = [.. this.Margins(row).Select(Math.Exp)];
        return [.. exponentials.Select(value => value / exponentials.Sum())];
    }
}

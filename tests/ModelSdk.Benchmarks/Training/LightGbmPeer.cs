using System.Globalization;
using ModelSdk.Engine.Features;

namespace ModelSdk.Benchmarks.Training;

/// <summary>LightGBM as its own users call it: through its C interface, without the conversions and the measured objective of our trainer <c>LightGbm</c>.</summary>
internal sealed class LightGbmPeer : IBoostingPeer
{
    private readonly BoostingData data;
    private readonly int trees;
    private readonly string parameters;
    private readonly double[] rows;
    private nint dataset;
    private nint booster;

    /// <summary>Copies the rows into one array, as LightGBM takes them.</summary>
    /// <param name="data">The data.</param>
    /// <param name="trees">How many trees.</param>
    /// <param name="leaves">The most leaves of a tree.</param>
    /// <param name="threads">How many threads.</param>
    public LightGbmPeer(BoostingData data, int trees, int leaves, int threads)
    {
        this.data = data;
        this.trees = trees;
        this.rows = Copy(data.Training.Design);
        IEnumerable<int> categorical = Enumerable.Range(0, data.Training.Columns.Count).Where(column => data.Training.Columns[column].IsCategorical);
        this.parameters = string.Create(
            CultureInfo.InvariantCulture,
            $"objective=binary deterministic=true force_col_wise=true verbosity=-1 num_threads={threads} num_leaves={leaves} categorical_feature={string.Join(',', categorical)}");
    }

    public string Name => "LightGBM";

    public void Train()
    {
        DesignMatrix design = this.data.Training.Design;
        float[] labels = [.. this.data.Training.Target.Select(label => (float)label)];
        LightGbmLibrary.Require(LightGbmLibrary.DatasetCreateFromMat(this.rows, LightGbmLibrary.Double, design.Rows, design.DenseWidth, 1, this.parameters, 0, out this.dataset));
        LightGbmLibrary.Require(LightGbmLibrary.DatasetSetField(this.dataset, "label", labels, labels.Length, LightGbmLibrary.Single));
        LightGbmLibrary.Require(LightGbmLibrary.BoosterCreate(this.dataset, this.parameters, out this.booster));
        for (int tree = 0; tree < this.trees; tree++)
        {
            LightGbmLibrary.Require(LightGbmLibrary.BoosterUpdateOneIter(this.booster, out _));
        }
    }

    public double[] Margins(DesignMatrix design)
    {
        double[] margins = new double[design.Rows];
        LightGbmLibrary.Require(LightGbmLibrary.BoosterPredictForMat(
            this.booster, Copy(design), LightGbmLibrary.Double, design.Rows, design.DenseWidth, 1, LightGbmLibrary.RawScore, 0, -1, "verbosity=-1", out _, margins));
        return margins;
    }

    public void Dispose()
    {
        _ = LightGbmLibrary.BoosterFree(this.booster);
        _ = LightGbmLibrary.DatasetFree(this.dataset);
    }

    private static double[] Copy(DesignMatrix design)
    {
        double[] copy = new double[design.Rows * design.DenseWidth];
        for (int row = 0; row < design.Rows; row++)
        {
            design.DenseRow(row).CopyTo(copy.AsSpan(row * design.DenseWidth));
        }

        return copy;
    }
}

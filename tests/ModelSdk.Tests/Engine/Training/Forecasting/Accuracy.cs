using System.Globalization;
using ModelSdk.Engine.Splits;
using ModelSdk.Engine.Training;
using ModelSdk.Engine.Training.Forecasting;
using ModelSdk.Runtime;

namespace ModelSdk.Tests.Engine.Training.Forecasting;

/// <summary>Judges a trainer by the last rows of a data set, as its reference does.</summary>
internal static class Accuracy
{
    public static double Mase(string data, ITrainer trainer, int rows, int season, params (string Name, string Value)[] settings)
    {
        SeriesTable table = SeriesTable.Read(data);
        RowSplit split = new(table.AllRows[..^rows], table.AllRows[^rows..]);
        (string Name, string Value)[] all = [("Horizon", rows.ToString(CultureInfo.InvariantCulture)), ("SeasonLength", season.ToString(CultureInfo.InvariantCulture)), .. settings];
        PredictionModel model = table.Model(trainer, split.Training, null, all);
        double[] scales = SeasonalNaiveErrors.Of(table.Table, table.Contract, split, season);
        double[] times = table.Table.Column("when").Values;
        double[] values = table.Table.Column("sales").Values;
        return split.Test.Zip(scales, (row, scale) => Math.Abs(SeriesTable.Predict(model, times[row]) - values[row]) / scale).Average();
    }
}

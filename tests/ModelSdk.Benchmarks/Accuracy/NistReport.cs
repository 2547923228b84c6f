using System.Globalization;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training;
using ModelSdk.Engine.Training.Linear;
using ModelSdk.Tests.Engine.Training;

namespace ModelSdk.Benchmarks.Accuracy;

/// <summary>The correct digits of least squares on the certified values of NIST's Statistical Reference Datasets, as a Markdown table.</summary>
internal static class NistReport
{
    private static readonly string[] Sets =
        ["Norris", "Pontius", "NoInt1", "NoInt2", "Filip", "Longley", "Wampler1", "Wampler2", "Wampler3", "Wampler4", "Wampler5"];

    /// <summary>Writes the table.</summary>
    /// <param name="output">Gets the text.</param>
    public static void Write(TextWriter output)
    {
        output.WriteLine("| set | coefficients | standard errors | residual SD |");
        output.WriteLine("|---|---:|---:|---:|");
        foreach (string name in Sets)
        {
            NistDataSet data = NistDataSet.Read(name);
            TrainedModel model = Train(data);
            double coefficients = model.Statistics.Zip(data.Certified, (row, certified) => Digits(row.Value, certified, 1)).Min();
            double errors = model.Statistics.Zip(data.StandardErrors, (row, certified) => Digits(row.StandardError, certified, Math.Abs(row.Value))).Min();
            double deviation = Digits(model.Figures["ResidualStandardDeviation"], data.ResidualDeviation, data.LabelSize);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {coefficients:F1} | {errors:F1} | {deviation:F1} |"));
        }
    }

    private static TrainedModel Train(NistDataSet data)
    {
        LinearRegression trainer = new();
        TestTable table = data.Table();
        HyperparameterValues values = HyperparameterParser.Parse(
            trainer, [new HyperparameterSetting("FitIntercept", data.HasIntercept ? "true" : "false", SourceLocation.None)], SilentLog.Instance);
        return new ModelFit(table.Contract, trainer, values).Run(table.Table, table.AllRows, SilentLog.Instance, CancellationToken.None).Model;
    }

    private static double Digits(double estimate, double certified, double size) =>
        Math.Min(15, -Math.Log10(Math.Max(Math.Abs(estimate - certified) / (certified == 0 ? size : Math.Abs(certified)), 1e-16)));
}

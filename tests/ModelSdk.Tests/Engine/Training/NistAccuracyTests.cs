using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training;
using ModelSdk.Engine.Training.Linear;
using Xunit.Abstractions;

namespace ModelSdk.Tests.Engine.Training;

public sealed class NistAccuracyTests(ITestOutputHelper output)
{
    // Filip's powers of x and Wampler2's labels are decimals rounded to double before any solver sees them: exact arithmetic on them agrees to 7.7 and 13.2 digits.
    [Theory]
    [InlineData("Norris", 12)]
    [InlineData("Pontius", 12)]
    [InlineData("NoInt1", 14)]
    [InlineData("NoInt2", 14)]
    [InlineData("Filip", 7)]
    [InlineData("Longley", 12)]
    [InlineData("Wampler1", 14)]
    [InlineData("Wampler2", 13)]
    [InlineData("Wampler3", 14)]
    [InlineData("Wampler4", 14)]
    [InlineData("Wampler5", 14)]
    public void Linear_regression_meets_the_certified_values(string name, double minimumDigits)
    {
        NistDataSet data = NistDataSet.Read(name);
        RecordingLog log = new();
        TrainedModel model = Train(data, log);
        double coefficients = model.Statistics.Zip(data.Certified, (row, certified) => Digits(row.Value, certified, 1)).Min();
        double errors = model.Statistics.Zip(data.StandardErrors, (row, certified) => Digits(row.StandardError, certified, Math.Abs(row.Value))).Min();
        double deviation = Digits(model.Figures["ResidualStandardDeviation"], data.ResidualDeviation, data.LabelSize);
        output.WriteLine($"{name}: coefficients {coefficients:F1}, standard errors {errors:F1}, residual deviation {deviation:F1} digits");
        Assert.Empty(log.Reports);
        Assert.True(coefficients >= minimumDigits, $"{name}: {coefficients:F2} digits of the coefficients");
        Assert.True(errors >= minimumDigits, $"{name}: {errors:F2} digits of the standard errors");
        Assert.True(deviation >= minimumDigits, $"{name}: {deviation:F2} digits of the residual deviation");
    }

    // What the model file holds is on the standardised scale; the intercept in original units is then a difference of larger numbers.
    [Theory]
    [InlineData("Norris", 11)]
    [InlineData("NoInt1", 14)]
    [InlineData("Longley", 11)]
    [InlineData("Wampler1", 9)]
    [InlineData("Wampler5", 9)]
    public void The_model_file_keeps_the_digits_that_its_scale_allows(string name, double minimumDigits)
    {
        NistDataSet data = NistDataSet.Read(name);
        CoefficientTable table = Fits.Coefficients(
            data.Table(), new LinearRegression(), settings: ("FitIntercept", data.HasIntercept ? "true" : "false")).Single();
        double[] estimates = [.. data.HasIntercept ? [table.Intercept] : Array.Empty<double>(), .. table.Rows.Select(row => row.Value)];
        double digits = estimates.Zip(data.Certified, (estimate, certified) => Digits(estimate, certified, 1)).Min();
        Assert.True(digits >= minimumDigits, $"{name}: {digits:F2} digits");
    }

    private static TrainedModel Train(NistDataSet data, RecordingLog log)
    {
        LinearRegression trainer = new();
        TestTable table = data.Table();
        HyperparameterValues values = HyperparameterParser.Parse(
            trainer, [new HyperparameterSetting("FitIntercept", data.HasIntercept ? "true" : "false", SourceLocation.None)], log);
        return new ModelFit(table.Contract, trainer, values).Run(table.Table, table.AllRows, log, CancellationToken.None).Model;
    }

    // The logarithm of the relative error, at most 15, which is what the certificate can show; relative to the given size where the certified value is 0.
    private static double Digits(double estimate, double certified, double size) =>
        Math.Min(15, -Math.Log10(Math.Max(Math.Abs(estimate - certified) / (certified == 0 ? size : Math.Abs(certified)), 1e-16)));
}

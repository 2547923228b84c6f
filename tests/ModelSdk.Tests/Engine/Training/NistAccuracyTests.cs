using ModelSdk.Engine.Training.Linear;
using Xunit.Abstractions;

namespace ModelSdk.Tests.Engine.Training;

public sealed class NistAccuracyTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("Norris", 11)]
    [InlineData("Pontius", 11)]
    [InlineData("NoInt1", 13)]
    [InlineData("NoInt2", 13)]
    [InlineData("Filip", 7)]
    [InlineData("Longley", 11)]
    [InlineData("Wampler1", 7)]
    [InlineData("Wampler2", 11)]
    [InlineData("Wampler3", 7)]
    [InlineData("Wampler4", 7)]
    [InlineData("Wampler5", 5)]
    public void Linear_regression_meets_the_certified_coefficients(string name, double minimumDigits)
    {
        NistDataSet data = NistDataSet.Read(name);
        RecordingLog log = new();
        CoefficientTable table = Fits.Coefficients(
            data.Table(), new LinearRegression(), log, settings: ("FitIntercept", data.HasIntercept ? "true" : "false")).Single();
        double[] estimates = [.. data.HasIntercept ? [table.Intercept] : Array.Empty<double>(), .. table.Rows.Select(row => row.Value)];
        double digits = estimates.Zip(data.Certified, Digits).Min();
        output.WriteLine($"{name}: {digits:F1} digits");
        Assert.Empty(log.Reports);
        Assert.True(digits >= minimumDigits, $"{name}: {digits:F2} digits");
    }

    // The logarithm of the relative error; 15 where it is smaller than what the certificate can show.
    private static double Digits(double estimate, double certified) =>
        Math.Min(15, -Math.Log10(Math.Max(Math.Abs(estimate - certified) / Math.Abs(certified), 1e-16)));
}

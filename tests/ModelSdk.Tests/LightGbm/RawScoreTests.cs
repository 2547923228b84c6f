using ModelSdk.Contracts.Schema;
using ModelSdk.Tests.Engine.Training;

namespace ModelSdk.Tests.LightGbm;

/// <summary>Our kernel's margins are LightGBM's raw scores, bit for bit, on every row: of training or not, with missing and unknown values.</summary>
public sealed class RawScoreTests
{
    public static TheoryData<string> Small => [.. DataSets.Small];

    public static TheoryData<string> Large => [.. DataSets.Large];

    [LightGbmTheory]
    [MemberData(nameof(Small))]
    public void Margins_are_raw_scores_on_small_data(string name) => Check(name, ("MinRowsPerLeaf", "3"));

    [LightGbmTheory]
    [MemberData(nameof(Small))]
    public void Margins_are_raw_scores_with_sampling_and_penalties(string name) => Check(
        name, ("RowFraction", "0.7"), ("ColumnFraction", "0.6"), ("L1", "0.1"), ("L2", "1.5"), ("MaxDepth", "4"), ("MinRowsPerLeaf", "2"), ("CategorySmooth", "1"), ("Trees", "40"));

    [LightGbmTheory]
    [InlineData("Absolute")]
    [InlineData("Huber")]
    [InlineData("Quantile")]
    [InlineData("Poisson")]
    public void Margins_are_raw_scores_for_every_objective(string objective) => Check("auto-mpg", ("Objective", objective), ("Trees", "30"));

    [LargeDataTheory]
    [MemberData(nameof(Large))]
    public void Margins_are_raw_scores_on_large_data(string name) => Check(name);

    private static void Check(string name, params (string Name, string Value)[] settings)
    {
        TestTable table = DataSets.Table(name);
        int[] rows = [.. table.AllRows.Where(row => row % 4 != 0)];
        LightGbmFit fit = LightGbmFit.Of(table, rows, settings);
        SameBits.Assert(fit.RawScores(), fit.Margins());
        Assert.Contains(fit.Margins(), margin => margin != fit.Margins()[0]);
        Assert.True(table.Contract.Task != ModelTask.BinaryClassification || fit.Model.Link == "logistic");
    }
}

using ModelSdk.Contracts.Json;
using ModelSdk.Engine.Comparison;

namespace ModelSdk.Tests.Engine.Comparison;

public class VersionDifferenceJsonTests
{
    [Fact]
    public void The_short_form_has_the_documented_shape()
    {
        VersionDifference difference = Differences.Some with { Metrics = [Differences.Some.Metrics[1]], Basis = MetricBasis.OtherRows };

        Assert.Equal(
            """
            {"after":"1.2.0","basis":"otherRows","before":"1.1.0",
            "coefficients":[{"after":1,"before":0,"output":"yes","standardisedChange":25,"term":"x00"}],"coefficientsChanged":25,
            "contract":[{"bump":"major","text":"feature \"a|b\" was removed"},{"bump":"minor","text":"feature \"c\" is new and optional (numeric)"}],
            "data":{"columnsAdded":["c"],"columnsRemoved":["a|b"],"drift":[{"level":"moved","name":"Age","psi":0.312346,"text":"mean 12.3 → 14.1"}],
            "rows":{"after":1000,"before":900},"sameData":false,"trainingRows":{"after":800}},
            "gates":[{"kind":"loosened","text":"Min on RocAuc went from 0.90 to 0.85"},{"kind":"added","text":"Max on LogLoss (0.5) was added"}],
            "metrics":[{"after":0.4,"before":0.35,"name":"LogLoss","verdict":"worse"}],"model":"Churn","notes":["Something is not known."],
            "options":[{"before":"1","name":"Seed"}],"sameModel":false}
            """.ReplaceLineEndings(""),
            JsonText.Canonical(VersionDifferenceJson.Write(difference, 1)));
    }

    [Fact]
    public void The_long_form_lists_every_coefficient_and_column()
    {
        JsonValue json = VersionDifferenceJson.Write(Differences.Some, null);

        Assert.Equal(25, json["coefficients"]!.Items.Count);
        Assert.Equal(["moved", "stable"], json["data"]!["drift"]!.Items.Select(drift => drift["level"]!.Text));
    }

    [Fact]
    public void What_was_not_compared_is_left_out()
    {
        JsonValue json = VersionDifferenceJson.Write(new VersionDifference("Churn", "1.1.0", "1.2.0"), 10);

        Assert.Null(json["contract"]);
        Assert.Null(json["coefficients"]);
        Assert.Null(json["data"]!["drift"]);
        Assert.Empty(VersionDifferenceJson.Write(Differences.None, 10)["contract"]!.Items);
    }
}

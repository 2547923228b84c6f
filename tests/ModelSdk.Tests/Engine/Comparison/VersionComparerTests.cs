using ModelSdk.Contracts.Json;
using ModelSdk.Contracts.Schema;
using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Comparison;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Profiles;
using ModelSdk.Tests.Engine.Training;

namespace ModelSdk.Tests.Engine.Comparison;

public class VersionComparerTests
{
    [Theory]
    [InlineData("RocAuc", 0.9, 0.91, MetricVerdict.Better)]
    [InlineData("RocAuc", 0.9, 0.89, MetricVerdict.Worse)]
    [InlineData("LogLoss", 0.3, 0.29, MetricVerdict.Better)]
    [InlineData("LogLoss", 0.3, 0.31, MetricVerdict.Worse)]
    [InlineData("LogLoss", 0.3, 0.30000000000000004, MetricVerdict.Same)]
    [InlineData("FromTheFuture", 0.3, 0.4, MetricVerdict.Unknown)]
    public void A_metric_is_judged_by_its_direction(string metric, double before, double after, MetricVerdict expected) =>
        Assert.Equal(new(metric, before, after, expected), Assert.Single(Versions.Compare(Versions.Record("1", (metric, before)), Versions.Record("2", (metric, after))).Metrics));

    [Fact]
    public void A_metric_of_one_side_is_listed_without_a_verdict() =>
        Assert.Equal(
            [new("F1", null, 0.5, MetricVerdict.Unknown), new("Recall", 0.5, null, MetricVerdict.Unknown)],
            Versions.Compare(Versions.Record("1", ("Recall", 0.5)), Versions.Record("2", ("F1", 0.5))).Metrics);

    [Fact]
    public void The_basis_is_the_same_rows_where_the_test_digests_are_equal()
    {
        VersionRecord record = Versions.Record("1", ("F1", 0.5));
        ComparedVersion rescored = new("1.1.0", record) { RescoredMetrics = [new("F1", 0.25)] };

        Assert.Equal(MetricBasis.SameRows, VersionComparer.Compare(rescored, new("1.2.0", record)).Basis);
        Assert.Equal(MetricBasis.OtherRows, Versions.Compare(record, record with { TestDigest = "other" }).Basis);
        Assert.Equal(MetricBasis.OtherRows, Versions.Compare(record with { TestDigest = "" }, record with { TestDigest = "" }).Basis);
    }

    [Fact]
    public void Metrics_on_the_other_rows_stand_for_the_recorded_ones_where_the_rows_differ()
    {
        ComparedVersion before = new("1.1.0", Versions.Record("1", ("F1", 0.5))) { RescoredMetrics = [new("F1", 0.25)] };
        VersionDifference difference = VersionComparer.Compare(before, new("1.2.0", Versions.Record("2", ("F1", 0.4)) with { TestDigest = "other" }));

        Assert.Equal(MetricBasis.Rescored, difference.Basis);
        Assert.Equal([new("F1", 0.25, 0.4, MetricVerdict.Better)], difference.Metrics);
    }

    [Fact]
    public void Options_are_compared_by_name_with_trainer_and_sdk()
    {
        VersionRecord before = Versions.Record("1") with { Options = [new("Seed", "1"), new("L2", "0.1"), new("Same", "x")] };
        VersionRecord after = Versions.Record("2") with { Options = [new("Seed", "2"), new("Same", "x")], SdkVersion = "1.1.0", Trainer = "LinearRegression" };

        Assert.Equal(
            [new("Trainer", "LogisticRegression", "LinearRegression"), new("Seed", "1", "2"), new("SdkVersion", "1.0.0", "1.1.0"), new("L2", "0.1", null)],
            Versions.Compare(before, after).Options);
    }

    [Fact]
    public void The_same_model_needs_neither_file_nor_note()
    {
        VersionDifference difference = Versions.Compare(Versions.Record(), Versions.Record());

        Assert.True(difference.SameModel);
        Assert.Empty(difference.Coefficients!);
        Assert.Empty(difference.Contract!);
        Assert.Empty(difference.Data.Drift!);
        Assert.Empty(difference.Notes);
    }

    [Fact]
    public void What_is_not_at_hand_is_not_compared_and_noted()
    {
        VersionDifference difference = VersionComparer.Compare(new("1.1.0", Versions.Record("1", ("F1", 0.5))), Versions.Trained("1.2.0", Synthetic.Binary(60)));

        Assert.Null(difference.Coefficients);
        Assert.Null(difference.Contract);
        Assert.Null(difference.Data.Drift);
        Assert.Equal(
            [
                "1.2.0 has no metrics.",
                "The model file of 1.1.0 is not at hand: its contract cannot be compared.",
                "What the data of 1.1.0 looked like is not known: its drift is not compared.",
                "The model file of 1.1.0 is not at hand: its coefficients cannot be compared.",
            ],
            difference.Notes);
    }

    [Fact]
    public void Coefficients_stand_by_their_standardised_change_and_the_intercept_last()
    {
        IReadOnlyList<CoefficientDifference> coefficients =
            VersionComparer.Compare(Versions.Trained("1.1.0", Synthetic.Binary(200)), Versions.Trained("1.2.0", Synthetic.Binary(400))).Coefficients!;

        Assert.Equal(coefficients.OrderByDescending(coefficient => coefficient.StandardisedChange), coefficients);
        Assert.Equal(("yes", "(intercept)"), (coefficients[^1].Output, coefficients[^1].Term));
        Assert.All(coefficients, coefficient => Assert.NotEqual(coefficient.Before, coefficient.After));
    }

    [Fact]
    public void A_new_column_shows_in_contract_data_and_coefficients()
    {
        VersionDifference difference = VersionComparer.Compare(
            Versions.Trained("1.1.0", Synthetic.Binary(100)), Versions.Trained("1.2.0", Synthetic.Binary(100).Number("extra", Enumerable.Range(0, 100).Select(row => row % 7.0))));

        Assert.Equal([new(VersionBump.Major, "feature \"extra\" is new and required (numeric)")], difference.Contract);
        Assert.Equal(["extra"], difference.Data.ColumnsAdded);
        Assert.Empty(difference.Data.ColumnsRemoved);
        Assert.Null(Assert.Single(difference.Coefficients!, coefficient => coefficient.Term == "extra").Before);
        Assert.Equal(1, difference.Breaking);
    }

    [Fact]
    public void Rows_and_gates_are_compared()
    {
        MetricValues none = new([], []);
        ComparedVersion before = new("1.1.0", Versions.Record("1") with { Gates = JsonReader.Parse("""[{ "metric": "F1", "bound": "Min", "limit": 0.5, "severity": "Error" }]""") })
        {
            Evaluation = new ModelEvaluation(ModelTask.BinaryClassification, 20, none, none),
            Profile = new TableProfile(100, []),
            TrainingRows = 80,
        };
        VersionDifference difference = VersionComparer.Compare(before, before with { Record = Versions.Record("2"), Profile = new TableProfile(120, []), TrainingRows = 96 });

        Assert.Equal((new CountDifference(100, 120), new CountDifference(80, 96), new CountDifference(20, 20)), (difference.Data.Rows, difference.Data.TrainingRows, difference.Data.TestRows));
        Assert.Equal("Min on F1 (0.5) was removed", Assert.Single(difference.Gates).Text);
        Assert.False(difference.Data.SameData);
    }
}

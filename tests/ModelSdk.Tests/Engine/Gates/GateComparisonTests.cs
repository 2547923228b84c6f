using ModelSdk.Contracts.Json;
using ModelSdk.Engine.Gates;

namespace ModelSdk.Tests.Engine.Gates;

public class GateComparisonTests
{
    private const string RocAuc = """{ "metric": "RocAuc", "bound": "Min", "limit": 0.9, "limitText": "0.90", "severity": "Error" }""";
    private const string Default = """{ "metric": "RocAuc", "bound": "BetterThanNaive", "limit": 0.5, "severity": "Error", "default": true }""";

    [Theory]
    [InlineData("Min", 0.9, 0.85, GateChangeKind.Loosened)]
    [InlineData("Min", 0.85, 0.9, GateChangeKind.Tightened)]
    [InlineData("Max", 0.85, 0.9, GateChangeKind.Loosened)]
    [InlineData("Max", 0.9, 0.85, GateChangeKind.Tightened)]
    [InlineData("MaxDrop", 0, 0.01, GateChangeKind.Loosened)]
    [InlineData("MaxRise", 0.01, 0, GateChangeKind.Tightened)]
    [InlineData("MaxDropPercent", 1, 2, GateChangeKind.Loosened)]
    [InlineData("MaxRisePercent", 1, 2, GateChangeKind.Loosened)]
    public void A_limit_that_lets_more_pass_is_loosened(string bound, double before, double after, GateChangeKind expected) =>
        Assert.Equal(expected, Assert.Single(Compare(Gate(bound, before), Gate(bound, after))).Kind);

    [Fact]
    public void Limits_read_as_the_project_writes_them() =>
        Assert.Equal(
            [new(GateChangeKind.Loosened, "Min on RocAuc went from 0.90 to 0.85")],
            Compare(RocAuc, RocAuc.Replace("0.90", "0.85", StringComparison.Ordinal).Replace("0.9,", "0.85,", StringComparison.Ordinal)));

    [Fact]
    public void Removed_gates_come_before_added_ones() =>
        Assert.Equal(
            [new(GateChangeKind.Removed, "Max on LogLoss (0.35) was removed"), new(GateChangeKind.Added, "Min on RocAuc (0.90) was added")],
            Compare("""{ "metric": "LogLoss", "bound": "Max", "limit": 0.35, "severity": "Error" }""", RocAuc));

    [Fact]
    public void An_error_that_becomes_a_warning_is_loosened()
    {
        const string Before = """{ "metric": "RocAuc", "bound": "MaxDrop", "limit": 0.01, "baseline": "production", "slice": "Region=EU", "severity": "Error" }""";
        string after = Before.Replace("Error", "Warning", StringComparison.Ordinal);

        Assert.Equal([new(GateChangeKind.Loosened, "MaxDrop on RocAuc against production for \"Region=EU\" is a warning now")], Compare(Before, after));
        Assert.Equal([new(GateChangeKind.Tightened, "MaxDrop on RocAuc against production for \"Region=EU\" is an error now")], Compare(after, Before));
    }

    [Fact]
    public void A_waiver_that_makes_a_failure_a_warning_does_not_loosen_the_gate() =>
        Assert.Empty(Compare(RocAuc, RocAuc.Replace("\"Error\"", "\"Warning\", \"declaredSeverity\": \"Error\"", StringComparison.Ordinal)));

    [Fact]
    public void Another_value_of_the_naive_predictor_is_no_change() =>
        Assert.Empty(Compare(Default, Default.Replace("0.5", "0.4", StringComparison.Ordinal)));

    [Fact]
    public void A_gate_that_replaces_the_default_is_told_as_both() =>
        Assert.Equal(
            ["BetterThanNaive on RocAuc (the default) was removed", "Min on RocAuc (0.90) was added"],
            Compare(Default, RocAuc).Select(change => change.Text));

    [Fact]
    public void A_metric_with_a_bound_for_errors_and_one_for_warnings_is_compared_by_severity()
    {
        string warning = Gate("Min", 0.95).Replace("Error", "Warning", StringComparison.Ordinal);

        Assert.Empty(Compare($"{Gate("Min", 0.9)}, {warning}", $"{warning}, {Gate("Min", 0.9)}"));
        Assert.Equal(["Min on RocAuc (0.95) was removed"], Compare($"{warning}, {Gate("Min", 0.9)}", Gate("Min", 0.9)).Select(change => change.Text));
    }

    [Fact]
    public void Bounds_on_other_slices_or_against_other_baselines_are_other_bounds()
    {
        string eu = Gate("Min", 0.9).Replace("\"severity\"", "\"slice\": \"Region=EU\", \"severity\"", StringComparison.Ordinal);

        Assert.Equal([GateChangeKind.Removed, GateChangeKind.Added], Compare(Gate("Min", 0.9), eu).Select(change => change.Kind));
    }

    [Fact]
    public void Records_without_gates_compare()
    {
        Assert.Empty(GateComparison.Compare(null, null));
        Assert.Equal(GateChangeKind.Added, Assert.Single(GateComparison.Compare(null, JsonReader.Parse($"[{RocAuc}]"))).Kind);
        Assert.Equal(GateChangeKind.Removed, Assert.Single(GateComparison.Compare(JsonReader.Parse($"[{RocAuc}]"), null)).Kind);
    }

    private static string Gate(string bound, double limit) =>
        FormattableString.Invariant($$"""{ "metric": "RocAuc", "bound": "{{bound}}", "limit": {{limit}}, "severity": "Error" }""");

    private static IReadOnlyList<GateChange> Compare(string before, string after) =>
        GateComparison.Compare(JsonReader.Parse($"[{before}]"), JsonReader.Parse($"[{after}]"));
}

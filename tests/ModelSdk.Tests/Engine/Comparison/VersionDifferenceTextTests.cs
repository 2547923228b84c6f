using ModelSdk.Engine.Comparison;

namespace ModelSdk.Tests.Engine.Comparison;

public class VersionDifferenceTextTests
{
    [Fact]
    public void What_did_not_change_is_one_line_a_section() =>
        Assert.Equal(
            [
                "Churn 1.1.0 → 1.2.0",
                "The same model, to the byte.",
                "metrics",
                "  RocAuc  0.9  →  0.9  same",
                "contract: unchanged",
                "options: unchanged",
                "gates: unchanged",
                "data (rows 100): unchanged",
                "coefficients: unchanged",
            ],
            VersionDifferenceText.Lines(Differences.None));

    [Fact]
    public void Every_difference_has_a_line()
    {
        IReadOnlyList<string> lines = VersionDifferenceText.Lines(Differences.Some);

        Assert.Equal(
            [
                "Churn 1.1.0 → 1.2.0",
                "Better in 1 metric, worse in 1, on the same test rows; breaks callers; 1 gate loosened or removed.",
                "metrics",
                "  RocAuc   0.90431  →  0.90434  better",
                "  LogLoss     0.35  →      0.4   worse",
                "  F1             –  →      0.5",
                "contract",
                "  breaking: feature \"a|b\" was removed",
                "  feature \"c\" is new and optional (numeric)",
                "options",
                "  Seed  1  →  –",
                "gates",
                "  loosened: Min on RocAuc went from 0.90 to 0.85",
                "  Max on LogLoss (0.5) was added",
                "data (rows 900 → 1000, training rows – → 800)",
                "  columns newly used: c",
                "  columns no longer used: a|b",
                "  Age: moved (PSI 0.3123), mean 12.3 → 14.1",
                "  1 column stable",
                "coefficients",
                "  x00   0  →   1",
            ],
            lines.Take(21));
        Assert.Equal(["  x19  19  →  20", "  … and 5 more", "notes", "  Something is not known."], lines.Skip(39).SkipWhile(line => !line.Contains("x19", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_was_not_compared_is_not_called_unchanged()
    {
        IReadOnlyList<string> lines = VersionDifferenceText.Lines(new VersionDifference("Churn", "1.1.0", "1.2.0"));

        Assert.Equal("Another model.", lines[1]);
        Assert.Equal(["metrics: none", "contract: not compared", "options: unchanged", "gates: unchanged", "data: not compared", "coefficients: not compared"], lines.Skip(2));
    }

    [Fact]
    public void Names_cannot_command_the_terminal()
    {
        VersionDifference difference = Differences.None with { Data = new DataDifference(false) { Drift = [], ColumnsAdded = ["a\u001b[31m\nb\u202e"] } };

        Assert.Contains("  columns newly used: a\\u001b[31m\\u000ab\\u202e", VersionDifferenceText.Lines(difference));
    }
}

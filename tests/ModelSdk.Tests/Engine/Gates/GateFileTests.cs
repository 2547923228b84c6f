using System.Text;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Gates;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Tests.Engine.Gates;

public class GateFileTests
{
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), "Solution", "Churn");

    [Fact]
    public void The_file_has_the_documented_shape_and_no_absolute_path() =>
        Assert.Equal(
            """
            {
              "format": 1,
              "outcome": "failed",
              "stopsBuild": true,
              "mode": "Error",
              "rows": 200,
              "gates": [
                {
                  "metric": "Recall",
                  "bound": "Min",
                  "limit": 0.75,
                  "limitText": "0.750",
                  "value": 0.7,
                  "naive": 0,
                  "outcome": "failed",
                  "severity": "Error",
                  "location": {
                    "file": "../Directory.Build.props",
                    "line": 9,
                    "column": 3
                  }
                },
                {
                  "metric": "RocAuc",
                  "bound": "BetterThanNaive",
                  "limit": 0.5,
                  "outcome": "not judged",
                  "reason": "ModelGate is Off",
                  "severity": "Warning",
                  "declaredSeverity": "Error",
                  "default": true,
                  "location": {
                    "file": "Churn.csproj",
                    "line": 0,
                    "column": 0
                  }
                }
              ]
            }

            """.ReplaceLineEndings("\n"),
            Encoding.UTF8.GetString(GateFile.Write(Result(), Folder)));

    [Fact]
    public void What_is_written_reads_back()
    {
        byte[] content = GateFile.Write(Result(), Folder);
        GateResult read = GateFile.Read(content);

        Assert.Equal(content, GateFile.Write(read, Folder));
        Assert.Equal(Result().Judgements[0].Summary, read.Judgements[0].Summary);
        Assert.True(read.Failed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{ "format": 9, "outcome": "passed", "stopsBuild": false, "mode": "Error", "rows": 1, "gates": [] }""")]
    [InlineData("""{ "format": 1, "outcome": "perhaps", "stopsBuild": false, "mode": "Error", "rows": 1, "gates": [] }""")]
    public void What_is_no_result_is_refused(string text) =>
        Assert.Throws<InvalidDataException>(() => GateFile.Read(Encoding.UTF8.GetBytes(text)));

    private static GateResult Result() => new(
        GateMode.Error,
        200,
        [
            new("Recall", GateBoundKind.Min, 0.75, GateOutcome.Failed, DiagnosticSeverity.Error, new(Path.Combine(Folder, "..", "Directory.Build.props"), 9, 3))
            {
                LimitText = "0.750",
                Value = 0.7,
                Naive = 0,
                Rows = 200,
            },
            new("RocAuc", GateBoundKind.BetterThanNaive, 0.5, GateOutcome.NotJudged, DiagnosticSeverity.Warning, new SourceLocation(Path.Combine(Folder, "Churn.csproj")))
            {
                Rows = 200,
                IsDefault = true,
                Reason = "ModelGate is Off",
            },
        ]);
}

using CsCheck;
using ModelSdk.Contracts.Json;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Profiles;
using ModelSdk.Tests.Engine.Training;

namespace ModelSdk.Tests.Engine.Profiles;

public class TableProfileJsonTests
{
    [Fact]
    public void What_is_written_reads_back_to_the_bit() =>
        Gen.Select(Gen.Double[-1e300, 1e300].Array[1, 60], Gen.String.Array[1, 5]).Sample((numbers, names) =>
        {
            TestTable table = new TestTable(ModelTask.Regression)
                .Number("number", numbers.Append(double.NaN).Append(-0.0))
                .Category("text", Enumerable.Range(0, numbers.Length + 2).Select(row => row % 7 == 0 ? null : names[row % names.Length]));
            TableProfile written = TableProfiler.Of(table.Table);
            TableProfile read = TableProfileJson.Read(JsonReader.Parse(JsonText.Indented(TableProfileJson.Write(written))));

            Assert.Equal(written.Rows, read.Rows);
            Assert.All(written.Columns.Zip(read.Columns), pair => AssertSame(pair.First, pair.Second));
        });

    [Fact]
    public void The_json_has_the_documented_shape()
    {
        TestTable table = new TestTable(ModelTask.Regression).Category("region", Columns.Repeat(("EU", 6), ("US", 5), ("x", 1), (null, 1)));

        Assert.Equal(
            """{"columns":[{"categories":["EU","US"],"counts":[6,5],"distinct":3,"kind":"Categorical","missing":1,"name":"region","otherCount":1,"role":"Feature"}],"rows":13}""",
            JsonText.Canonical(TableProfileJson.Write(TableProfiler.Of(table.Table))));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "rows": 1.5, "columns": [] }""")]
    [InlineData("""{ "rows": -1, "columns": [] }""")]
    [InlineData("""{ "rows": 1, "columns": [{ "name": "x", "role": "Feature", "kind": "Colour", "missing": 0, "quantiles": [] }] }""")]
    [InlineData("""{ "rows": 1, "columns": [{ "name": "x", "role": "Feature", "kind": "Numeric", "missing": 0, "mean": 1, "quantiles": [1, 2] }] }""")]
    [InlineData("""{ "rows": 1, "columns": [{ "name": "x", "role": "Feature", "kind": "Text", "missing": 0, "distinct": 1, "categories": ["a"], "counts": [], "otherCount": 0 }] }""")]
    [InlineData("""{ "rows": 1, "columns": [{ "name": "x", "role": "Feature", "kind": "Text", "missing": 0, "distinct": 1, "categories": ["a", "a"], "counts": [1, 1], "otherCount": 0 }] }""")]
    public void What_is_no_profile_is_refused(string text) => Assert.Throws<JsonFormatException>(() => TableProfileJson.Read(JsonReader.Parse(text)));

    private static void AssertSame(ColumnDistribution written, ColumnDistribution read)
    {
        Assert.Equal(written with { Quantiles = [], Categories = [] }, read with { Quantiles = [], Categories = [] });
        Assert.Equal(written.Quantiles.Select(BitConverter.DoubleToInt64Bits), read.Quantiles.Select(BitConverter.DoubleToInt64Bits));
        Assert.Equal(written.Categories, read.Categories);
    }
}

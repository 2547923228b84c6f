using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Tests.Engine.Data;

public sealed class LargeDataTests
{
    private static readonly ModelContract Contract = CsvText.Contract(CsvText.Column("x", ColumnKind.Text) with { Nullable = true }, CsvText.Label());

    [Fact]
    public void A_table_above_the_memory_limit_is_refused_before_it_is_read()
    {
        using CsvText csv = new("x,y\n" + string.Concat(Enumerable.Repeat("a,1\n", 1000)));
        Assert.Equal(1000, Read(csv, 24_000).RowCount);
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => Read(csv, 23_999));
        Assert.Equal(("MODEL1027", csv.File.DeclaredAt), (exception.Diagnostic.Code, exception.Location));
        Assert.Contains("1 000 rows × 2 columns", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_record_by_record_keeps_the_memory_limit_too()
    {
        using CsvText csv = new("x,y\n" + string.Concat(Enumerable.Repeat("a,1\n", 600_000)));
        using TableBuilder builder = new(Contract, 1, new RecordingLog()) { MemoryLimit = 12_000_000 };
        using CsvRecordReader reader = CsvRecordReader.Open(csv.File);
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => builder.Add(reader, CancellationToken.None));
        Assert.Equal("MODEL1027", exception.Diagnostic.Code);
    }

    [Theory]
    [InlineData("a,1\n", "", "")]
    [InlineData("", "\"", "")]
    [InlineData("a,1\n", "\"", "\",1\n")]
    public void A_record_of_more_than_16_MiB_is_refused_where_it_starts(string before, string open, string after)
    {
        using CsvText csv = new("x,y\n" + before + open + new string('a', (1 << 24) + 1) + after);
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => csv.Read(Contract));
        Assert.Equal(("MODEL1008", before.Length == 0 ? 2 : 3, 1), (exception.Diagnostic.Code, exception.Location.Line, exception.Location.Column));
        Assert.Contains("16 MiB", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stray_quote_is_named_although_the_text_behind_it_is_long()
    {
        using CsvText csv = new("x,y\na,1\n5'6\",1\n" + string.Concat(Enumerable.Repeat("abcdefgh,1\n", 2_000_000)));
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => csv.Read(Contract));
        Assert.Equal(("MODEL1008", 3, 4), (exception.Diagnostic.Code, exception.Location.Line, exception.Location.Column));
    }

    [Theory]
    [InlineData(65_536)]
    [InlineData(65_600)]
    [InlineData(131_072)]
    public void A_line_end_or_quote_at_the_end_of_a_read_buffer_is_seen(int length)
    {
        string rows = "\"" + new string('b', length - 4 - 6) + "\n\",1\r\n";
        using CsvText csv = new("x,y\n" + rows + "c,2\r\n");
        DataTable table = new CsvDataSource(new CsvReading(10, 2) { RowsInBlock = 1 }).Read([csv.File], Contract, 1, new RecordingLog(), CancellationToken.None);
        Assert.Equal([1, 2], table.Column("y").Values);
        Assert.Equal("c", table.Column("x").Text(1));
    }

    private static DataTable Read(CsvText csv, long limit) =>
        new CsvDataSource { MemoryLimit = limit }.Read([csv.File], Contract, 1, new RecordingLog(), CancellationToken.None);
}

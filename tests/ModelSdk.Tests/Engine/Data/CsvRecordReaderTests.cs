using System.Text;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Tests.Engine.Data;

public sealed class CsvRecordReaderTests
{
    [Theory]
    [InlineData("a,b\n1,2\n3,4\n")]
    [InlineData("a,b\r\n1,2\r\n3,4")]
    [InlineData("a,b\r1,2\r3,4\r")]
    [InlineData("\uFEFFa;b\n1;2\n3;4\n")]
    [InlineData("a\tb\n1\t2\n\n3\t4\n\n")]
    [InlineData("a|b\n1|2\n3|4")]
    [InlineData("\"a\", \"b\"\n \"1\" ,2\n3 ,\"4\"")]
    public void Line_ends_delimiters_quotes_and_blank_lines_do_not_change_the_records(string text)
    {
        using CsvText csv = new(text);
        Assert.Equal([["a", "b"], ["1", "2"], ["3", "4"]], csv.Records());
    }

    [Fact]
    public void A_quoted_field_keeps_line_breaks_delimiters_quotes_and_spaces()
    {
        using CsvText csv = new("a,b\n\"x\r\ny, \"\"z\"\"\",\"  s \"\n");
        Assert.Equal([["a", "b"], ["x\r\ny, \"z\"", "  s "]], csv.Records());
    }

    [Theory]
    [InlineData("name;price\n\"Doe, J\";1,5\n\"Roe, R\";2,5\n", "name|price")]
    [InlineData("a,b\n\"x;y\",2\n", "a|b")]
    [InlineData("a;b,c\n1;2,3\n", "a;b|c")]
    [InlineData("a;b;c\n1;2,3;4\n1;2,3;4\n", "a|b|c")]
    public void The_delimiter_divides_the_records_evenly(string text, string header)
    {
        using CsvText csv = new(text);
        Assert.Equal(header.Split('|'), csv.Records()[0]);
    }

    [Fact]
    public void A_delimiter_that_is_set_wins()
    {
        using CsvText csv = new("a;b,c\n1;2,3\n");
        using CsvText set = new("a;b,c\n1;2,3\n") { File = csv.File with { Delimiter = ';' } };
        Assert.Equal([["a", "b,c"], ["1", "2,3"]], set.Records());
    }

    [Theory]
    [InlineData("rows.tsv")]
    [InlineData("ROWS.TSV")]
    [InlineData("rows.tsv.gz")]
    public void A_tsv_file_has_tabs_unless_a_delimiter_is_set(string name)
    {
        using CsvText csv = new("a,b\tc,d\n1,2\t3,4\n");
        string path = Path.Combine(Path.GetDirectoryName(csv.File.Path)!, name);
        File.Copy(csv.File.Path, path);
        using CsvText tabs = new("") { File = csv.File with { Path = path } };
        Assert.Equal([["a,b", "c,d"], ["1,2", "3,4"]], tabs.Records());
        using CsvText commas = new("") { File = csv.File with { Path = path, Delimiter = ',' } };
        Assert.Equal(["a", "b\tc", "d"], commas.Records()[0]);
    }

    [Theory]
    [InlineData("", "MODEL1004", 1, 1)]
    [InlineData("\uFEFF \n\n", "MODEL1004", 1, 1)]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n", "MODEL1005", 1, 1)]
    [InlineData("a,b\n1,\0\n", "MODEL1006", 2, 3)]
    [InlineData("a,,c\n1,2,3\n", "MODEL1007", 1, 3)]
    [InlineData("a,b,\"a\"\n1,2,3\n", "MODEL1007", 1, 5)]
    [InlineData("a,b\r\n1,x\"y\r\n", "MODEL1008", 2, 4)]
    [InlineData("a,b\n1,\"x\"y\n", "MODEL1008", 2, 6)]
    [InlineData("a,b\n1,2\n\"ü\",\"open\n1,2\n", "MODEL1008", 3, 5)]
    [InlineData("a,b\n\"x\ny\",2\n1\n", "MODEL1009", 4, 2)]
    [InlineData("a,b\r1,2,3\r", "MODEL1009", 2, 5)]
    [InlineData("a,b\n😀,2,\n", "MODEL1009", 2, 6)]
    public void Malformed_text_is_refused_at_its_place(string text, string code, int line, int column)
    {
        using CsvText csv = new(text);
        AssertRefused(csv, code, line, column);
    }

    [Theory]
    [InlineData(new byte[] { 0x61, 0x2C, 0x62, 0x0A, 0x63, 0xE9, 0x2C, 0x32 }, 2, 2)]
    [InlineData(new byte[] { 0x61, 0x2C, 0x62, 0x0A, 0x31, 0x2C, 0xE2, 0x82 }, 2, 3)]
    [InlineData(new byte[] { 0x61, 0xC0, 0xAF, 0x0A, 0x31, 0x2C }, 1, 2)]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61, 0x00 }, 1, 1)]
    public void Bytes_that_are_not_utf8_are_refused_at_their_place(byte[] bytes, int line, int column)
    {
        using CsvText csv = new(bytes);
        AssertRefused(csv, "MODEL1006", line, column);
    }

    [Theory]
    [InlineData(65535)]
    [InlineData(65534)]
    [InlineData(65533)]
    public void Characters_across_a_read_buffer_are_whole(int start)
    {
        string text = "a,b\n" + new string('x', start - 4 - 2) + ",\"😀€ü\"\n";
        using CsvText csv = new(text);
        Assert.Equal("😀€ü", csv.Records()[1][1]);
        byte[] broken = Encoding.UTF8.GetBytes(text);
        broken[Array.IndexOf(broken, (byte)0xF0) + 2] = 0x20;
        using CsvText damaged = new(broken);
        AssertRefused(damaged, "MODEL1006", 2, start - 4 - 2 + 3);
    }

    [Fact]
    public void A_missing_file_and_a_folder_are_named_where_they_are_declared()
    {
        using CsvText csv = new("a");
        DataFile missing = csv.File with { Path = csv.File.Path + ".none" };
        DataFile folder = csv.File with { Path = Path.GetDirectoryName(csv.File.Path)! };
        Assert.Equal(("MODEL1002", csv.File.DeclaredAt), Refusal(() => CsvRecordReader.Open(missing)));
        Assert.Equal(("MODEL1003", csv.File.DeclaredAt), Refusal(() => CsvRecordReader.Open(folder)));
    }

    private static (string Code, SourceLocation Location) Refusal(Action action)
    {
        ModelBuildException exception = Assert.Throws<ModelBuildException>(action);
        return (exception.Diagnostic.Code, exception.Location);
    }

    private static void AssertRefused(CsvText csv, string code, int line, int column) =>
        Assert.Equal((code, new SourceLocation(csv.File.Path, line, column)), Refusal(() => csv.Records()));
}

using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Tests.DuckDb;

public sealed class QueryTests : IDisposable
{
    private readonly DataFolder folder = new();

    [Fact]
    public void Tables_of_all_formats_are_joined()
    {
        DataFile penguins = new DataFile(DataFolder.Parquet("table-penguins.parquet"), "p", SourceLocation.None) { Table = "penguins" };
        DataFile islands = this.folder.Write("islands.csv", "\uFEFFname; height\n\"Dream\";10\nBiscoe;NA\n") with { Table = "islands" };
        DataFile words = this.folder.Write("words.jsonl", "{\"sex\":\"male\",\"rank\":1}\n{\"sex\":\"female\",\"rank\":2.5}\n") with { Table = "words" };
        List<string[]> records = this.folder.Records(this.folder.Query(
            """
            SELECT island, count(*) AS "number", sum(rank) AS ranks, max(CAST(height AS INTEGER)) AS height
            FROM penguins JOIN islands ON island = name JOIN words USING (sex)
            GROUP BY island
            ORDER BY island; 
            """,
            penguins, islands, words));
        Assert.Equal([["island", "number", "ranks", "height"], ["Biscoe", "163", "283.0", ""], ["Dream", "123", "214.5", ""]], [.. records.Select(row => row.Select((field, index) => index == 3 && row[0] == "Dream" ? "" : field).ToArray())]);
        Assert.Equal("10", records[2][3]);
    }

    [Fact]
    public void Files_with_the_same_table_name_follow_each_other()
    {
        DataFile first = this.folder.Write("a.csv", "x,y\n1,2\n") with { Table = "t" };
        DataFile second = this.folder.Write("b.csv", "y,x\n3,4\n") with { Table = "T" };
        Assert.Equal([["x", "y"], ["1", "2"], ["4", "3"]], this.folder.Records(this.folder.Query("SELECT * FROM t", first, second)));
        DataFile third = this.folder.Write("c.csv", "y,z\n3,4\n") with { Table = "t" };
        Assert.Equal(("MODEL1035", "c.csv", 0, 0), this.folder.Refusal(this.folder.Query("SELECT * FROM t", first, third)));
    }

    [Fact]
    public void Every_type_has_one_text()
    {
        const string Sql = """
            SELECT 1::TINYINT AS a, 170141183460469231731687303715884105727::HUGEINT AS b, 1::DOUBLE AS c, 0.1::FLOAT AS d, 0.1::DOUBLE AS e, 1e300::DOUBLE AS f,
                1.50::DECIMAL(10, 2) AS g, true AS h, DATE '2024-02-29' AS i, TIMESTAMP '2024-01-02 03:04:05.5' AS j, TIMESTAMPTZ '2024-01-02 03:04:05+02' AS k,
                'x'::ENUM('x', 'y') AS l, NULL AS m, TIME '01:02:03' AS n, '{"a": "b"}'::JSON -> 'a' AS o, TIMESTAMP_NS '2024-01-02 03:04:05.123456789' AS p
            """;
        Assert.Equal(
            [
                "1", "170141183460469231731687303715884105727", "1.0", "0.10000000149011612", "0.1", "1e+300", "1.50", "true", "2024-02-29", "2024-01-02T03:04:05.5",
                "2024-01-02T01:04:05Z", "x", "", "01:02:03", "b", "2024-01-02T03:04:05.123456789",
            ],
            this.folder.Records(this.folder.Query(Sql))[1]);
    }

    [Fact]
    public void Columns_that_hold_no_single_value_are_named()
    {
        Assert.Equal(("MODEL1031", "features.sql", 0, 0), this.folder.Refusal(this.folder.Query("SELECT 1 AS a, [1] AS b, {'x': 1} AS c, 'x'::BLOB AS d, MAP {1: 2} AS e, INTERVAL 1 DAY AS f"), out string text));
        Assert.Contains("\"b\" (INTEGER[]), \"c\" (STRUCT(x INTEGER)), \"d\" (BLOB), \"e\" (MAP(INTEGER, INTEGER)), \"f\" (INTERVAL)", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SELECT x y z FROM one", 1, 12)]
    [InlineData("SELECT\n  nothing\nFROM one", 2, 3)]
    [InlineData("-- ä\nSELECT x,\n  nofunction(x) FROM one", 3, 3)]
    [InlineData("SELECT x FROM two", 1, 15)]
    [InlineData("", 1, 1)]
    [InlineData("SELECT 1; SELECT 2", 1, 1)]
    public void An_error_in_the_query_is_at_its_line_and_column(string sql, int line, int column) =>
        Assert.Equal(("MODEL1032", "features.sql", line, column), this.folder.Refusal(this.folder.Query(sql)));

    [Fact]
    public void An_unknown_table_is_answered_with_those_there_are()
    {
        this.folder.Refusal(this.folder.Query("SELECT x FROM two"), out string text);
        Assert.Contains("The tables are one.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SELECT 1 AS a, CAST('x' AS INTEGER) AS b FROM one", 1, 16)]
    [InlineData("SELECT 1 AS a,\n  CAST(t.v AS INTEGER) AS b\nFROM (SELECT CASE WHEN range = 500000 THEN 'x' ELSE '1' END AS v FROM range(600000)) t", 2, 3)]
    public void A_value_that_cannot_be_converted_is_at_its_line_and_column(string sql, int line, int column) =>
        Assert.Equal(("MODEL1036", "features.sql", line, column), this.folder.Refusal(this.folder.Query(sql)));

    [Theory]
    [InlineData("SELECT * FROM read_csv('/etc/passwd')")]
    [InlineData("SELECT * FROM read_text('/etc/hostname')")]
    [InlineData("SELECT * FROM read_parquet('https://example.invalid/a.parquet')")]
    [InlineData("SELECT * FROM glob('/etc/*')")]
    [InlineData("SELECT * FROM read_blob('/proc/self/environ')")]
    public void A_query_reads_no_other_file(string sql)
    {
        string code = this.folder.Refusal(this.folder.Query(sql)).Code;
        Assert.True(code is "MODEL1034", code);
    }

    [Theory]
    [InlineData("COPY (SELECT 1) TO 'out.csv'")]
    [InlineData("ATTACH 'other.db'")]
    [InlineData("INSTALL httpfs")]
    [InlineData("LOAD httpfs")]
    [InlineData("SET threads = 8")]
    [InlineData("PRAGMA version")]
    [InlineData("CREATE TABLE t AS SELECT 1")]
    [InlineData("DROP VIEW one")]
    [InlineData("SELECT 1; COPY (SELECT 1) TO 'out.csv'")]
    public void A_query_only_selects(string sql)
    {
        string[] before = Directory.GetFiles(Environment.CurrentDirectory);
        Assert.Equal("MODEL1032", this.folder.Refusal(this.folder.Query(sql)).Code);
        Assert.Equal(before, Directory.GetFiles(Environment.CurrentDirectory));
    }

    [Fact]
    public void A_file_by_its_name_is_no_table() =>
        Assert.Equal("MODEL1032", this.folder.Refusal(this.folder.Query("SELECT * FROM '/etc/passwd'")).Code);

    [Theory]
    [InlineData("SELECT x, random() AS r FROM one", 1, 11)]
    [InlineData("SELECT x,\n  now() AS t FROM one", 2, 3)]
    [InlineData("SELECT current_date AS d FROM one", 1, 8)]
    [InlineData("SELECT x FROM (SELECT uuid() AS x FROM one)", 1, 23)]
    [InlineData("SELECT x FROM one WHERE x IN (SELECT today()::VARCHAR)", 1, 38)]
    public void What_gives_something_else_each_time_is_refused(string sql, int line, int column) =>
        Assert.Equal(("MODEL1033", "features.sql", line, column), this.folder.Refusal(this.folder.Query(sql)));

    [Fact]
    public void A_sample_needs_a_seed()
    {
        Assert.Equal("MODEL1033", this.folder.Refusal(this.folder.Query("SELECT range AS r FROM range(1000) USING SAMPLE 10 ROWS")).Code);
        DataFile seeded = this.folder.Query("SELECT range AS r FROM range(1000) USING SAMPLE 20% (bernoulli, 7)");
        List<string[]> first = this.folder.Records(seeded);
        Assert.InRange(first.Count, 100, 300);
        Assert.Equal(first, this.folder.Records(seeded));
    }

    [Fact]
    public void Groups_sums_and_joins_come_the_same_each_time()
    {
        DataFile query = this.folder.Query("""
            SELECT a.range % 1000 AS g, sum(sqrt(a.range) / (1 + b.range)) AS s, count(*) AS n
            FROM range(300000) a JOIN range(100) b ON a.range % 100 = b.range
            GROUP BY g
            """);
        List<string[]> first = this.folder.Records(query);
        Assert.Equal(1001, first.Count);
        Assert.Equal(first, this.folder.Records(query));
        Assert.Equal(first, this.folder.Records(query));
    }

    [Fact]
    public void Columns_that_come_twice_are_refused_and_cases_are_kept()
    {
        Assert.Equal(("MODEL1007", "features.sql", 0, 0), this.folder.Refusal(this.folder.Query("SELECT 1 AS a, 2 AS a")));
        Assert.Equal([["a", "A"], ["1", "2"]], this.folder.Records(this.folder.Query("SELECT 1 AS a, 2 AS A")));
    }

    [Theory]
    [InlineData("a,b\n1,2\n3\n", 3)]
    [InlineData("a,b\n1,2\n3,4,5\n", 3)]
    [InlineData("a,b\n1,\"x\n", 2)]
    public void A_malformed_csv_table_is_named_with_the_line(string csv, int line)
    {
        DataFile table = this.folder.Write("t.csv", csv) with { Table = "t" };
        Assert.Equal(("MODEL1030", "t.csv", line, 0), this.folder.Refusal(this.folder.Query("SELECT * FROM t", table)));
    }

    [Fact]
    public void Csv_tables_are_text_whatever_they_hold()
    {
        DataFile table = this.folder.Write("t.csv", "a,b\n01,2024-01-02\n\"1,5\",\n") with { Table = "t" };
        Assert.Equal([["a", "b"], ["01", "2024-01-02"], ["1,5", ""]], this.folder.Records(this.folder.Query("SELECT a || '' AS a, b FROM t", table)));
        Assert.Equal("MODEL1032", this.folder.Refusal(this.folder.Query("SELECT sum(a) AS s FROM t", table)).Code);
    }

    [Fact]
    public void Too_little_memory_names_the_property()
    {
        using DataFolder small = new() { MemoryBytes = 20_000_000 };
        DataFile query = small.Query("SELECT list_sum(list(range)) AS s FROM range(20000000)");
        Assert.Equal("MODEL1036", small.Refusal(query, out string text).Code);
        Assert.Contains("ModelMemoryLimit", text, StringComparison.Ordinal);
    }

    [Fact]
    public void More_rows_than_memory_spill_and_leave_nothing_behind()
    {
        using DataFolder small = new() { MemoryBytes = 100_000_000 };
        List<string[]> records = small.Records(small.Query("SELECT sum(r) AS s FROM (SELECT range::DOUBLE AS r, repeat('x', 60) AS t FROM range(2000000) ORDER BY hash(range)) WHERE t <> ''"));
        Assert.Equal("1999999000000.0", records[1][0]);
        Assert.False(Directory.Exists(small.Space.Folder));
    }

    public void Dispose() => this.folder.Dispose();
}

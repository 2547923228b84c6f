using System.Data;
using System.Globalization;
using ModelSdk.Contracts.Digests;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Snapshots;
using ModelSdk.Tests.DuckDb;

namespace ModelSdk.Tests.Snapshots;

/// <summary>A snapshot as Parquet holds the same rows as one as CSV, typed.</summary>
public sealed class ParquetSnapshotTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modelsdk-parquet-");

    public void Dispose() => this.folder.Delete(recursive: true);

    [Fact]
    public void Every_value_reads_back_as_the_text_that_the_CSV_has()
    {
        using System.Data.DataTable table = Everything();
        this.Write("rows.parquet", table, DuckDbPackage.Plugin.TableWriters.Single());
        this.Write("rows.csv", table, null);
        string[] expected = File.ReadAllLines(Path.Combine(this.folder.FullName, "rows.csv"));
        Assert.Equal(expected[0], string.Join(',', this.Read("rows.parquet", record => record.Header).First()));
        Assert.Equal(expected.Skip(1), this.Read("rows.parquet", Fields).Select(fields => string.Join(',', fields)));
    }

    [Fact]
    public void Columns_have_the_types_that_their_values_need()
    {
        using System.Data.DataTable table = Everything();
        string[] kinds = [.. table.Columns.Cast<System.Data.DataColumn>().Select(column => Kind(table, column))];
        Assert.Equal(
            ["a WholeNumber", "b UnsignedWholeNumber", "c Number", "d FixedPoint(7, 3)", "e Boolean", "f Text", "g Date", "h Timestamp", "i UtcTimestamp", "j UtcTimestamp", "k Text", "l Text", "m Text", "n Text"],
            kinds);
    }

    [Fact]
    public void A_decimal_too_long_for_a_type_stays_text()
    {
        ColumnTypeFinder finder = new("a");
        finder.Add(79228162514264337593543950335m);
        finder.Add(0.0000000001m);
        Assert.Equal(new TableColumn("a", TableColumnKind.Text), finder.Column);
    }

    [Fact]
    public void Equal_rows_are_equal_bytes()
    {
        using System.Data.DataTable table = new() { Locale = CultureInfo.InvariantCulture };
        table.Columns.Add("a", typeof(int));
        table.Columns.Add("b", typeof(string));
        for (int row = 0; row < 200_000; row++)
        {
            table.Rows.Add(row, $"text {row * 7919 % 1000}");
        }

        ITableWriter writer = DuckDbPackage.Plugin.TableWriters.Single();
        (long rows, string digest) = this.Write("one.parquet", table, writer);
        Assert.Equal(200_000, rows);
        Assert.Equal(digest, this.Write("two.parquet", table, writer).Digest);
        Assert.Equal(digest, Sha256Digest.Of(File.ReadAllBytes(Path.Combine(this.folder.FullName, "two.parquet"))));
        Assert.Equal(["one.parquet", "two.parquet"], this.folder.GetFileSystemInfos().Select(file => file.Name).Order());
    }

    [Fact]
    public void Without_a_row_nothing_is_written()
    {
        using System.Data.DataTable table = new() { Locale = CultureInfo.InvariantCulture };
        table.Columns.Add("a", typeof(int));
        Assert.Equal((0, ""), this.Write("none.parquet", table, DuckDbPackage.Plugin.TableWriters.Single()));
        Assert.Empty(this.folder.GetFileSystemInfos());
    }

    [Fact]
    public void What_cannot_be_written_is_one_diagnostic()
    {
        string rows = Path.Combine(this.folder.FullName, "rows.csv");
        File.WriteAllText(rows, "a\nx\n");
        WorkingSpace space = new(Path.Combine(this.folder.FullName, "work"), 1 << 28);
        ModelBuildException refused = Assert.Throws<ModelBuildException>(
            () => DuckDbPackage.Plugin.TableWriters.Single().Write(rows, [new TableColumn("a", TableColumnKind.WholeNumber)], Path.Combine(this.folder.FullName, "a.parquet"), space));
        Assert.Equal("MODEL1046", refused.Diagnostic.Code);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public void Without_the_package_the_message_says_how_to_get_it()
    {
        string query = Path.Combine(this.folder.FullName, "query.sql");
        File.WriteAllText(query, "SELECT 1 AS a");
        string variable = $"MODELSDK_TEST_{Guid.NewGuid():N}";
        Environment.SetEnvironmentVariable(variable, "Host=nowhere");
        ModelBuildException refused = Assert.Throws<ModelBuildException>(
            () => Snapshot.Take(new SnapshotRequest("Npgsql", variable, query, Path.Combine(this.folder.FullName, "data", "a.parquet")), SilentLog.Instance));
        Environment.SetEnvironmentVariable(variable, null);
        Assert.Equal("MODEL0060", refused.Diagnostic.Code);
        Assert.Contains("ModelSdk.DuckDb", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(this.folder.FullName, "data")));
    }

    private static System.Data.DataTable Everything()
    {
        System.Data.DataTable table = new() { Locale = CultureInfo.InvariantCulture };
        (string Name, object First, object Second)[] columns =
        [
            ("a", long.MaxValue, -1L), ("b", ulong.MaxValue, 0UL), ("c", 0.1f, 2.0f), ("d", 1.500m, -1234.567m), ("e", true, false), ("f", "plain text", "NA"),
            ("g", new DateOnly(2024, 2, 29), new DateOnly(1, 1, 1)), ("h", new DateTime(2024, 1, 2, 3, 4, 5, 250), new DateTime(1969, 12, 31)),
            ("i", new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc), DBNull.Value), ("j", new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)), DBNull.Value),
            ("k", new TimeOnly(3, 4, 5), new TimeOnly(0)), ("l", new DateTime(1), new DateTime(2024, 1, 1)), ("m", new Guid("01234567-89ab-cdef-0123-456789abcdef"), DBNull.Value),
            ("n", DBNull.Value, DBNull.Value),
        ];
        foreach ((string name, object first, _) in columns)
        {
            table.Columns.Add(name, first is DBNull ? typeof(string) : first.GetType());
            if (first is DateTime time)
            {
                table.Columns[name]!.DateTimeMode = time.Kind == DateTimeKind.Utc ? DataSetDateTime.Utc : DataSetDateTime.Unspecified;
            }
        }

        table.Rows.Add([.. columns.Select(column => column.First)]);
        table.Rows.Add([.. columns.Select(column => column.Second)]);
        return table;
    }

    private static string Kind(System.Data.DataTable table, System.Data.DataColumn column)
    {
        ColumnTypeFinder finder = new(column.ColumnName);
        foreach (DataRow row in table.Rows)
        {
            finder.Add(row[column]);
        }

        TableColumn found = finder.Column;
        return found.Kind == TableColumnKind.FixedPoint ? $"{found.Name} FixedPoint({found.Digits}, {found.Places})" : $"{found.Name} {found.Kind}";
    }

    private static IReadOnlyList<string> Fields(IRecordReader record) =>
        [.. Enumerable.Range(0, record.Header.Count).Select(index => System.Text.Encoding.UTF8.GetString(record.Field(index)))];

    private (long Rows, string Digest) Write(string name, System.Data.DataTable table, ITableWriter? writer)
    {
        using DataTableReader reader = table.CreateDataReader();
        return new SnapshotFile(Path.Combine(this.folder.FullName, name), writer).Write(reader, [.. table.Columns.Cast<System.Data.DataColumn>().Select(column => column.ColumnName)]);
    }

    private List<IReadOnlyList<string>> Read(string name, Func<IRecordReader, IReadOnlyList<string>> row)
    {
        string path = Path.Combine(this.folder.FullName, name);
        WorkingSpace space = new(Path.Combine(this.folder.FullName, "work"), 1 << 28);
        using IRecordReader record = DuckDbPackage.Source.Open(new DataFile(path, name, SourceLocation.None), space);
        List<IReadOnlyList<string>> rows = [];
        while (record.Read())
        {
            rows.Add(row(record));
        }

        return rows;
    }
}

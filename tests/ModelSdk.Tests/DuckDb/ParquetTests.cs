using System.Globalization;
using System.Text.Json;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Tests.DuckDb;

public sealed class ParquetTests : IDisposable
{
    private readonly DataFolder folder = new();

    public static TheoryData<string> Files => [.. Directory.GetFiles(DataFolder.Parquet(""), "*.parquet").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_has_the_content_that_an_independent_reader_finds(string name)
    {
        using JsonDocument expected = JsonDocument.Parse(File.ReadAllText(DataFolder.Parquet(Path.ChangeExtension(name, ".json"))));
        List<string[]> records = this.folder.Records(new DataFile(DataFolder.Parquet(name), name, SourceLocation.None));
        Assert.Equal(expected.RootElement.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("name").GetString()), records[0]);
        Assert.Equal(expected.RootElement.GetProperty("rows").GetInt32(), records.Count - 1);
        foreach ((int row, JsonElement values) in expected.RootElement.GetProperty("first_rows").EnumerateArray().Index())
        {
            foreach ((string column, string field) in records[0].Zip(records[row + 1]))
            {
                Assert.True(Same(values.GetProperty(column), field), $"{column} of row {row} is {field}, expected {values.GetProperty(column)}");
            }
        }
    }

    [Fact]
    public void All_twelve_files_are_there() => Assert.Equal(12, Files.Count);

    [Fact]
    public void A_decimal_keeps_its_places() =>
        Assert.Equal("24.00", this.folder.Records(new DataFile(DataFolder.Parquet("int32_decimal.parquet"), "d", SourceLocation.None))[24][0]);

    [Fact]
    public void A_damaged_file_is_refused_by_name()
    {
        byte[] bytes = File.ReadAllBytes(DataFolder.Parquet("table-penguins.parquet"));
        foreach (int length in new[] { 0, 3, 12, 1000, bytes.Length - 1 })
        {
            Assert.Equal(("MODEL1030", "cut.parquet", 0, 0), this.folder.Refusal(this.folder.Write("cut.parquet", bytes[..length])));
        }

        bytes.AsSpan(60, 30).Fill(0xFF);
        Assert.Equal(("MODEL1030", "altered.parquet", 0, 0), this.folder.Refusal(this.folder.Write("altered.parquet", bytes)));
        Assert.Equal(("MODEL1030", "text.parquet", 0, 0), this.folder.Refusal(this.folder.Write("text.parquet", "a,b\n1,2\n")));
    }

    [Fact]
    public void Every_single_altered_byte_of_the_start_and_the_end_is_read_or_refused()
    {
        byte[] bytes = File.ReadAllBytes(DataFolder.Parquet("rle_boolean_encoding.parquet"));
        for (int index = 0; index < bytes.Length; index += 3)
        {
            byte[] altered = [.. bytes];
            altered[index] ^= 0x5A;
            DataFile file = this.folder.Write("altered.parquet", altered);
            Exception? exception = Record.Exception(() => this.folder.Records(file));
            Assert.True(exception is null or ModelBuildException, $"byte {index}: {exception}");
        }
    }

    [Fact]
    public void Temporary_files_are_removed()
    {
        this.folder.Records(new DataFile(DataFolder.Parquet("table-penguins.parquet"), "p", SourceLocation.None));
        Assert.False(Directory.Exists(this.folder.Space.Folder));
    }

    public void Dispose() => this.folder.Dispose();

    private static bool Same(JsonElement expected, string field) => expected.ValueKind switch
    {
        JsonValueKind.Null => field is "" or "nan",
        JsonValueKind.True or JsonValueKind.False => field == (expected.GetBoolean() ? "true" : "false"),
        JsonValueKind.Number => double.Parse(field, CultureInfo.InvariantCulture).Equals(expected.GetDouble()),
        _ when expected.GetString() == "NaN" => field == "nan",
        _ when field.Length == 19 && field[10] == 'T' => DateTimeOffset.Parse(field + "Z", CultureInfo.InvariantCulture) == DateTimeOffset.Parse(expected.GetString()!, CultureInfo.InvariantCulture),
        _ => field == expected.GetString(),
    };
}

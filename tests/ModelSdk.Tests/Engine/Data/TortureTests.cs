using System.Text.Json;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Tests.Engine.Data;

public sealed class TortureTests
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "TestData", "Torture", "csv");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.csv").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_file_ends_as_its_expectation_says(string name) => AssertAsExpected(name, CsvReading.Default);

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_file_ends_so_in_the_smallest_chunks(string name) => AssertAsExpected(name, new CsvReading(1, 1) { RowsInBlock = 1 });

    [Fact]
    public void All_eleven_files_are_there() => Assert.Equal(11, Files.Count);

    [Theory]
    [InlineData("ctd-bad-header-less-fields.csv", "MODEL1009", 2, 4)]
    [InlineData("ctd-bad-unescaped-quote.csv", "MODEL1008", 2, 8)]
    [InlineData("mlnet-missing_fields.csv", "MODEL1009", 10, 99)]
    public void A_bad_file_is_refused_at_its_place(string name, string code, int line, int column)
    {
        using CsvText csv = new(File.ReadAllBytes(Path.Combine(Folder, name)));
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => csv.Records());
        Assert.Equal((code, line, column), (exception.Diagnostic.Code, exception.Location.Line, exception.Location.Column));
    }

    private static void AssertAsExpected(string name, CsvReading reading)
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(Folder, name));
        using CsvText csv = new(bytes);
        using JsonDocument expectation = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, Path.ChangeExtension(name, ".json"))));
        List<string[]>? expected = ExpectedRecords(expectation.RootElement);
        if (expected is null || expected.Exists(record => record.Length != expected[0].Length))
        {
            ModelBuildException exception = Assert.Throws<ModelBuildException>(() => csv.Records(reading));
            Assert.True(exception.Location.Line > 1 && exception.Location.Column > 0, exception.Message);
        }
        else
        {
            Assert.Equal(expected, csv.Records(reading));
        }
    }

    /// <summary>The records with the header first; null where an error is expected.</summary>
    private static List<string[]>? ExpectedRecords(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
        {
            JsonElement[] rows = [.. root.EnumerateArray()];
            return [[.. rows[0].EnumerateObject().Select(member => member.Name)], .. rows.Select(row => row.EnumerateObject().Select(member => member.Value.GetString()!).ToArray())];
        }

        return root.TryGetProperty("rows", out JsonElement records)
            ? [Strings(root.GetProperty("header")), .. records.EnumerateArray().Select(Strings)]
            : null;
    }

    private static string[] Strings(JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetString()!)];
}

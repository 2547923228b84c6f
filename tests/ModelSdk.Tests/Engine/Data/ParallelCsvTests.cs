using System.Text;
using CsCheck;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Tests.Engine.Data;

/// <summary>Chunks parsed in parallel give what the parser gives that gets the whole text at once.</summary>
public sealed class ParallelCsvTests
{
    private static readonly ModelContract Contract = CsvText.Contract(
        CsvText.Column("n", ColumnKind.Numeric) with { Nullable = true },
        CsvText.Column("c", ColumnKind.Categorical) with { Nullable = true },
        CsvText.Column("t", ColumnKind.Text, ColumnRole.Ignore),
        CsvText.Label());

    private static readonly Gen<string> Number = Gen.OneOf(Gen.Double[-1e6, 1e6].Select(value => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture)), Gen.Int[-9, 99].Select(value => $"{value}"), Gen.Const(""));
    private static readonly Gen<string> Text = Gen.String[Gen.Char["ab,;|\" \r\n€ü\uFEFF1."], 0, 6];
    private static readonly Gen<string> Row = Gen.Select(Number, Text, Text, Gen.OneOf(Number, Gen.Const("1")), Gen.Bool, (n, c, t, y, quoteAll) => string.Join(',', new[] { n, c, t, y }.Select(field => Quoted(field, quoteAll))));
    private static readonly Gen<string> Rows = Gen.Select(Row, Gen.OneOf(Gen.Const("\n"), Gen.Const("\r\n"), Gen.Const("\r"), Gen.Const("\n\n")), (row, end) => row + end).Array[1, 60].Select(string.Concat);
    private static readonly Gen<CsvReading> Reading = Gen.Select(Gen.Int[1, 300], Gen.Int[1, 4], Gen.Int[1, 70], (length, threads, block) => new CsvReading(length, threads) { RowsInBlock = block });

    [Fact]
    public void Columns_dictionaries_digest_and_hashes_are_those_of_the_whole_text() => Gen.Select(Rows, Gen.Bool, Reading).Sample(
        (rows, mark, reading) =>
        {
            using CsvText csv = new((mark ? "\uFEFF" : "") + "n,c,t,y\n" + rows + "0,z,z,1");
            Assert.Equal(Outcome(csv, Whole(reading)), Outcome(csv, reading));
        },
        iter: 500);

    [Fact]
    public void What_is_wrong_first_is_said_at_its_place_whatever_the_chunks() => Gen.Select(Rows, Gen.Select(Gen.Int[0, 5000], Gen.OneOf(Gen.Char["\",\n\rx\0"].Select(value => $"{value}"), Gen.Const("\u00FF"))).Array[1, 3], Reading).Sample(
        (rows, changes, reading) =>
        {
            List<byte> bytes = [.. Encoding.UTF8.GetBytes("n,c,t,y\n" + rows + "0,z,z,1")];
            foreach ((int place, string change) in changes)
            {
                // ÿ stands for a byte that is not UTF-8.
                bytes.InsertRange(8 + (place % (bytes.Count - 8)), change == "\u00FF" ? [0xFF] : Encoding.UTF8.GetBytes(change));
            }

            using CsvText csv = new([.. bytes]);
            Assert.Equal(Outcome(csv, Whole(reading)), Outcome(csv, reading));
        },
        iter: 1500);

    [Fact]
    public void Reading_record_by_record_gives_the_same_table() => Gen.Select(Rows, Gen.Int[1, 300], Gen.Int[1, 3]).Sample(
        (rows, length, threads) =>
        {
            using CsvText csv = new("n,c,t,y\n" + rows + "0,z,z,1");
            RecordingLog log = new();
            using TableBuilder builder = new(Contract, 1, log);
            using (CsvRecordReader reader = CsvRecordReader.Open(csv.File))
            {
                builder.Add(reader, CancellationToken.None);
            }

            Assert.Equal(Describe(builder.Build(csv.File.DeclaredAt), log), Outcome(csv, new CsvReading(length, threads)));
        },
        iter: 300);

    [Fact]
    public void Many_files_and_chunks_keep_their_order()
    {
        using CsvText first = new("n,c,t,y\n" + string.Concat(Enumerable.Range(0, 3000).Select(row => $"{row},k{row * 7 % 500},t,1\n")));
        using CsvText second = new("y,t,c,n\n" + string.Concat(Enumerable.Range(3000, 3000).Select(row => $"1,t,m{row % 400},{row}\n")));
        CsvDataSource source = new(new CsvReading(1000, 4));
        DataTable table = source.Read([first.File, second.File], Contract, 1, new RecordingLog(), CancellationToken.None);
        Assert.Equal(Enumerable.Range(0, 6000).Select(row => (double)row), table.Column("n").Values);
        Assert.Equal([.. Enumerable.Range(0, 500).Select(row => $"k{row * 7 % 500}"), .. Enumerable.Range(3000, 400).Select(row => $"m{row % 400}")], table.Column("c").Dictionary);
        Assert.Equal(Enumerable.Range(0, 6000).Select(row => row < 3000 ? $"k{row * 7 % 500}" : $"m{row % 400}"), Enumerable.Range(0, 6000).Select(table.Column("c").Text));
    }

    [Fact]
    public void More_strings_than_a_worker_remembers_keep_their_order()
    {
        string[] names = [.. Enumerable.Range(0, 40_000).Select(row => $"{row % 30_000}-€")];
        using CsvText csv = new("n,c,t,y\n" + string.Concat(names.Select(name => $"1,{name},t,1\n")));
        DataColumn column = new CsvDataSource(new CsvReading(20_000, 2)).Read([csv.File], Contract, 1, new RecordingLog(), CancellationToken.None).Column("c");
        Assert.Equal(names[..30_000], column.Dictionary);
        Assert.Equal(names, Enumerable.Range(0, names.Length).Select(column.Text));
    }

    private static CsvReading Whole(CsvReading reading) => new(int.MaxValue, 1) { RowsInBlock = reading.RowsInBlock };

    private static string Outcome(CsvText csv, CsvReading reading)
    {
        RecordingLog log = new();
        try
        {
            return Describe(new CsvDataSource(reading).Read([csv.File], Contract, 1, log, CancellationToken.None), log);
        }
        catch (ModelBuildException exception)
        {
            return $"{exception.Diagnostic.Code} {exception.Location} {exception.Message}";
        }
    }

    private static string Describe(DataTable table, RecordingLog log) => string.Join(
        '\n',
        [
            table.Digest, string.Join(' ', table.HoldoutHashes), .. log.Reports.Select(report => report.Text),
            .. table.Columns.Select(column => $"{column.Schema.Name}: {string.Join(' ', column.Values.Select(BitConverter.DoubleToInt64Bits))} of {string.Join('|', column.Dictionary)}"),
        ]);

    private static string Quoted(string field, bool quoteAll)
    {
        bool needed = quoteAll || field != field.Trim() || field.AsSpan().IndexOfAny(",\"\r\n") >= 0;
        return needed ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
    }
}

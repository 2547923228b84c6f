using CsCheck;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;

namespace ModelSdk.Tests.Engine.Data;

public sealed class CsvPropertyTests
{
    private static readonly Gen<string> Field = Gen.OneOf(Gen.String[Gen.Char["ab,;\t|\" \r\n€ü1."], 0, 8], Gen.String[Gen.Char.AlphaNumeric, 0, 8]);

    private static readonly Gen<string[][]> Table =
        from columns in Gen.Int[2, 5]
        from rows in Field.Array[columns].Array[1, 8]
        select (string[][])[[.. Enumerable.Range(0, columns).Select(column => $"c{column}")], .. rows];

    [Fact]
    public void Fields_come_back_through_quoting() => Table.Sample(
        table =>
        {
            using CsvText csv = new(Write(table, ',', "\n", quoteAll: true));
            Assert.Equal(table, csv.Records());
        },
        iter: 300);

    [Fact]
    public void The_digest_does_not_depend_on_line_ends_quoting_delimiter_or_byte_order_mark() =>
        Gen.Select(Table, Gen.OneOf(Gen.Const("\n"), Gen.Const("\r\n"), Gen.Const("\r")), Gen.Char[",;\t|"], Gen.Bool, Gen.Bool).Sample(
            (table, lineEnd, delimiter, quoteAll, mark) => Assert.Equal(
                Digest(Write(table, ',', "\n", true), table[0].Length),
                Digest((mark ? "\uFEFF" : "") + Write(table, delimiter, lineEnd, quoteAll), table[0].Length, delimiter)),
            iter: 300);

    [Fact]
    public void Another_field_gives_another_digest() => Gen.Select(Table, Gen.Int[1, 1000], Gen.Int[0, 1000]).Sample(
        (table, row, column) =>
        {
            string before = Digest(Write(table, ',', "\n", true), table[0].Length);
            table[1 + (row % (table.Length - 1))][column % table[0].Length] += "x";
            Assert.NotEqual(before, Digest(Write(table, ',', "\n", true), table[0].Length));
        },
        iter: 200);

    [Fact]
    public void Reordered_columns_keep_the_split() => Gen.Select(Table, Gen.Int).Sample(
        (table, seed) =>
        {
            int[] order = [.. Enumerable.Range(0, table[0].Length)];
            new Random(seed).Shuffle(order);
            string[][] reordered = [.. table.Select(row => order.Select(index => row[index]).ToArray())];
            Assert.Equal(Read(Write(table, ',', "\n", true), table[0]).HoldoutHashes, Read(Write(reordered, ',', "\n", true), table[0]).HoldoutHashes);
        },
        iter: 200);

    private static string Digest(string text, int columns, char delimiter = ',') =>
        Read(text, [.. Enumerable.Range(0, columns).Select(index => $"c{index}")], delimiter).Digest;

    private static DataTable Read(string text, string[] columns, char delimiter = ',')
    {
        using CsvText csv = new(text + Row([.. columns.Select(_ => "0")], delimiter, quoteAll: false));
        using CsvText set = new("") { File = csv.File with { Delimiter = delimiter } };
        IEnumerable<ContractColumn> features = columns[1..].Select(name => CsvText.Column(name, ColumnKind.Text) with { Nullable = true });
        ContractColumn label = CsvText.Column(columns[0], ColumnKind.Text, ColumnRole.Label);
        return set.Read(CsvText.Contract([label, .. features]));
    }

    private static string Write(string[][] table, char delimiter, string lineEnd, bool quoteAll) =>
        string.Concat(table.Select(row => Row(row, delimiter, quoteAll) + lineEnd));

    private static string Row(string[] row, char delimiter, bool quoteAll) => string.Join(delimiter, row.Select(field => Quoted(field, delimiter, quoteAll)));

    private static string Quoted(string field, char delimiter, bool quoteAll)
    {
        bool needed = quoteAll || field.Length == 0 || field != field.Trim() || field.AsSpan().IndexOfAny(delimiter, '"') >= 0 || field.AsSpan().IndexOfAny('\r', '\n') >= 0;
        return needed ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
    }
}

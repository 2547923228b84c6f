using System.IO.Compression;
using System.Text;
using CsCheck;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Tests.Engine.Data;

public sealed class GzipTests
{
    private static readonly ModelContract Contract = CsvText.Contract(CsvText.Column("x", ColumnKind.Numeric), CsvText.Label());
    private static readonly string Rows = "x,y\n" + string.Concat(Enumerable.Range(0, 20_000).Select(row => $"{row * 31 % 977},{row}\n"));

    [Fact]
    public void A_packed_file_gives_the_table_of_the_text()
    {
        using CsvText plain = new("\uFEFF" + Rows);
        using CsvText packed = new(Pack("\uFEFF" + Rows));
        DataTable table = new CsvDataSource(new CsvReading(1 << 12, 3)).Read([packed.File], Contract, 1, new RecordingLog(), CancellationToken.None);
        DataTable expected = plain.Read(Contract);
        Assert.Equal((expected.Digest, expected.RowCount), (table.Digest, table.RowCount));
        Assert.Equal(expected.Column("x").Values, table.Column("x").Values);
        Assert.Equal(plain.Records(), packed.Records());
    }

    [Fact]
    public void Several_members_are_one_text() => Gen.Int[0, Rows.Length].Array[1, 4].Sample(
        cuts =>
        {
            int[] places = [0, .. cuts.Order(), Rows.Length];
            using CsvText packed = new([.. places.Zip(places.Skip(1)).SelectMany(part => Pack(Rows[part.First..part.Second]))]);
            Assert.Equal(20_000, packed.Read(Contract).RowCount);
        },
        iter: 20);

    [Fact]
    public void A_file_that_is_cut_off_anywhere_is_refused()
    {
        byte[] bytes = Pack(Rows[..5000]);
        for (int length = 2; length < bytes.Length; length += length < bytes.Length - 30 ? 37 : 1)
        {
            AssertDamaged(bytes[..length]);
        }
    }

    [Fact]
    public void A_changed_byte_or_other_bytes_behind_are_refused()
    {
        byte[] bytes = Pack(Rows);
        AssertDamaged([.. bytes, 1, 2, 3]);
        AssertDamaged([.. bytes, .. bytes[..100]]);
        bytes[bytes.Length / 2] ^= 0x55;
        AssertDamaged(bytes);
    }

    [Fact]
    public void Places_are_those_of_the_text()
    {
        using CsvText csv = new(Pack("x,y\n1,2\n3,b\n"));
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => csv.Read(Contract));
        Assert.Equal(("MODEL1011", new SourceLocation(csv.File.Path, 3, 3)), (exception.Diagnostic.Code, exception.Location));
        using CsvText empty = new(Pack(""));
        Assert.Equal("MODEL1004", Assert.Throws<ModelBuildException>(() => empty.Read(Contract)).Diagnostic.Code);
    }

    private static void AssertDamaged(byte[] bytes)
    {
        using CsvText csv = new(bytes);
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => csv.Read(Contract));
        Assert.Equal("MODEL1003", exception.Diagnostic.Code);
        Assert.Contains("cut off or damaged", exception.Message, StringComparison.Ordinal);
    }

    private static byte[] Pack(string text)
    {
        using MemoryStream packed = new();
        using (GZipStream stream = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}

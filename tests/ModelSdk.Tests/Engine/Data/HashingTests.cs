using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;

namespace ModelSdk.Tests.Engine.Data;

public sealed class HashingTests
{
    private static readonly ModelContract Contract = CsvText.Contract(CsvText.Column("x", ColumnKind.Text), CsvText.Label());

    [Fact]
    public void Rows_of_any_length_have_the_holdout_hash_of_the_platforms_SHA_256() => Gen.Int[1, 3000].Array[1, 40].Sample(
        lengths =>
        {
            using CsvText csv = new("x,y\n" + string.Concat(lengths.Select(length => $"{new string('a', length)},1\n")));
            Assert.Equal(lengths.Select(length => Hash(new string('a', length))), csv.Read(Contract, seed: 5).HoldoutHashes);
        },
        iter: 100);

    [Fact]
    public void The_digest_is_the_documented_one()
    {
        using CsvText csv = new("x,y\n" + string.Concat(Enumerable.Range(0, 100).Select(row => $"\"é\"\"{row}\", {row}\r\n")));
        byte[][] rows = [.. Enumerable.Range(0, 100).Select(row => (byte[])[.. Encoding.UTF8.GetBytes($"é\"{row}"), 0xFF, .. Encoding.UTF8.GetBytes($"{row}"), 0xFF])];
        byte[] header = [2, 0, 0, 0, (byte)'x', 0xFF, (byte)'y', 0xFF];
        byte[] blocks = [.. SHA256.HashData([.. rows[..64].SelectMany(row => row)]), .. SHA256.HashData([.. rows[64..].SelectMany(row => row)])];
        byte[] file = SHA256.HashData([.. header, .. blocks, 100, 0, 0, 0, 0, 0, 0, 0]);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(file)), csv.Read(Contract).Digest);
    }

    [Fact]
    public void Strings_are_numbered_in_order_of_first_appearance() => Gen.String[Gen.Char["ab€"], 0, 12].Array[0, 300].Sample(
        texts =>
        {
            TextIndex index = new();
            foreach (string text in texts)
            {
                byte[] utf8 = Encoding.UTF8.GetBytes(text);
                bool known = index.TryGet(utf8, out int number);
                Assert.Equal(index.Texts.Contains(text), known);
                Assert.Equal(text, index.Texts[known ? number : index.Add(text)]);
            }

            Assert.Equal(texts.Distinct(), index.Texts);
        },
        iter: 200);

    private static ulong Hash(string text)
    {
        byte[] message = [5, 0, 0, 0, 0, 0, 0, 0, .. BitConverter.GetBytes(text.Length), .. Encoding.UTF8.GetBytes(text)];
        return BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(message));
    }
}

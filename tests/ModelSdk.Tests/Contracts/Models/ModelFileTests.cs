using System.Text;
using CsCheck;
using ModelSdk.Contracts.Models;

namespace ModelSdk.Tests.Contracts.Models;

public sealed class ModelFileTests
{
    private static readonly Gen<ModelFile> Files = Gen.Select(
        Gen.Dictionary(Gen.String, Gen.String)[0, 4],
        Gen.Dictionary(Gen.String.Where(name => name != "__metadata__"), Gen.Select(Gen.Double.Array[0, 9], Gen.Bool))[0, 4],
        (metadata, tensors) => new ModelFile(
            metadata.ToDictionary(pair => Valid(pair.Key), pair => Valid(pair.Value)),
            [.. tensors.Select(pair => ModelTensor.Of(Valid(pair.Key), pair.Value.Item1, pair.Value.Item2 ? [1, pair.Value.Item1.Length] : []))]));

    [Fact]
    public void Reading_gives_back_what_was_written() => Files.Sample(file =>
    {
        ModelFile read = ModelFile.Read(file.ToBytes());
        Assert.Equal(file.Metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal), read.Metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal));
        Assert.Equal(file.Tensors.Count, read.Tensors.Count);
        Assert.All(file.Tensors, tensor =>
        {
            Assert.Equal(tensor.Shape, read.Tensor(tensor.Name).Shape);
            Assert.Equal(tensor.ToDoubles().Select(BitConverter.DoubleToInt64Bits), read.Tensor(tensor.Name).ToDoubles().Select(BitConverter.DoubleToInt64Bits));
        });
    });

    [Fact]
    public void Writing_what_was_read_gives_the_same_bytes() => Files.Sample(file =>
    {
        byte[] bytes = new ModelFile(file.Metadata, [.. file.Tensors.Where(tensor => tensor.Bytes.Length > 0)]).ToBytes();
        Assert.Equal(bytes, ModelFile.Read(bytes).ToBytes());
    });

    [Fact]
    public void The_order_of_the_metadata_does_not_show()
    {
        ModelFile forwards = new(new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" }, []);
        ModelFile backwards = new(new Dictionary<string, string> { ["b"] = "2", ["a"] = "1" }, []);
        Assert.Equal(ModelFile.Digest(forwards.ToBytes()), ModelFile.Digest(backwards.ToBytes()));
    }

    [Fact]
    public void The_layout_is_that_of_safetensors()
    {
        byte[] bytes = new ModelFile(new Dictionary<string, string> { ["k"] = "v" }, [ModelTensor.Of("t", [1.0, -2.0], 1, 2)]).ToBytes();
        const string Header = """{"__metadata__":{"k":"v"},"t":{"data_offsets":[0,16],"dtype":"F64","shape":[1,2]}}""";
        int length = (Header.Length + 7) / 8 * 8;
        Assert.Equal(length, BitConverter.ToInt64(bytes));
        Assert.Equal(Header.PadRight(length), Encoding.UTF8.GetString(bytes, 8, length));
        Assert.Equal([1.0, -2.0], Enumerable.Range(0, 2).Select(index => BitConverter.ToDouble(bytes, 8 + length + (8 * index))));
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        byte[] bytes = new ModelFile(new Dictionary<string, string> { ["k"] = "v" }, [ModelTensor.Of("t", [1.0, 2.0])]).ToBytes();
        Assert.All(Enumerable.Range(0, bytes.Length), length => Assert.Throws<ModelFormatException>(() => ModelFile.Read(bytes[..length])));
        Assert.Throws<ModelFormatException>(() => ModelFile.Read([.. bytes, 0]));
    }

    [Fact]
    public void Altered_bytes_are_read_or_refused_and_nothing_else() =>
        Gen.Select(Files, Gen.Select(Gen.Int[0, 100_000], Gen.Byte).Array[1, 6]).Sample((file, changes) =>
        {
            byte[] bytes = file.ToBytes();
            foreach ((int index, byte value) in changes)
            {
                bytes[index % bytes.Length] = value;
            }

            AssertReadOrRefused(bytes);
        });

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""{"__metadata__":[]}""")]
    [InlineData("""{"__metadata__":{"k":1}}""")]
    [InlineData("""{"t":{"dtype":"0","shape":[1],"data_offsets":[0,8]}}""")]
    [InlineData("""{"t":{"dtype":"f64","shape":[1],"data_offsets":[0,8]}}""")]
    [InlineData("""{"t":{"dtype":"F64","shape":[-1],"data_offsets":[0,8]}}""")]
    [InlineData("""{"t":{"dtype":"F64","shape":[0.5],"data_offsets":[0,4]}}""")]
    [InlineData("""{"t":{"dtype":"F64","shape":[2147483647,2147483647,2147483647],"data_offsets":[0,8]}}""")]
    [InlineData("""{"t":{"dtype":"F64","shape":[1],"data_offsets":[8,0]}}""")]
    [InlineData("""{"t":{"dtype":"F64","shape":[1],"data_offsets":[0]}}""")]
    [InlineData("""{"t":{"dtype":"F64","shape":[1],"data_offsets":[0,8]},"u":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}}""")]
    [InlineData("""{"t":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""")]
    [InlineData("""{"t":5}""")]
    public void A_header_that_contradicts_the_file_is_refused(string header)
    {
        byte[] bytes = [.. BitConverter.GetBytes((long)header.Length), .. Encoding.UTF8.GetBytes(header), .. new byte[8]];
        Assert.Throws<ModelFormatException>(() => ModelFile.Read(bytes));
    }

    [Fact]
    public void Tensors_of_the_same_name_are_not_written()
    {
        Assert.Throws<ArgumentException>(() => new ModelFile(new Dictionary<string, string>(), [ModelTensor.Of("t", [1.0]), ModelTensor.Of("t", [2.0])]).ToBytes());
        Assert.Throws<ArgumentException>(() => new ModelFile(new Dictionary<string, string>(), [ModelTensor.Of("__metadata__", [1.0])]).ToBytes());
        Assert.Throws<ArgumentException>(() => ModelTensor.Of("t", [1.0, 2.0], 3));
    }

    [Fact]
    public void A_missing_key_or_tensor_and_a_wrong_type_are_refused()
    {
        ModelFile file = new(new Dictionary<string, string>(), []);
        Assert.Throws<ModelFormatException>(() => file.Text("k"));
        Assert.Throws<ModelFormatException>(() => file.Tensor("t"));
        const string Header = """{"t":{"dtype":"I64","shape":[1],"data_offsets":[0,8]}}  """;
        byte[] bytes = [.. BitConverter.GetBytes((long)Header.Length), .. Encoding.UTF8.GetBytes(Header), .. new byte[8]];
        Assert.Throws<ModelFormatException>(() => ModelFile.Read(bytes).Tensor("t").ToDoubles());
    }

    private static void AssertReadOrRefused(byte[] bytes)
    {
        try
        {
            Assert.NotNull(ModelFile.Read(bytes).Tensors);
        }
        catch (ModelFormatException)
        {
        }
    }

    // Half a surrogate pair has no UTF-8 form.
    private static string Valid(string text) => new([.. text.Where(character => !char.IsSurrogate(character))]);
}

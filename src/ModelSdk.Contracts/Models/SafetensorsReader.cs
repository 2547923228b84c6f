using System.Buffers.Binary;
using System.Text;
using ModelSdk.Contracts.Json;

namespace ModelSdk.Contracts.Models;

/// <summary>Reads safetensors and trusts nothing: lengths, shapes and offsets are checked against each other and against the file.</summary>
internal static class SafetensorsReader
{
    private const int MaximumHeader = 100_000_000;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static ModelFile Read(byte[] bytes)
    {
        JsonValue header = ReadHeader(bytes, out int dataStart);
        Dictionary<string, string> metadata = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, JsonValue> pair in header["__metadata__"]?.Members ?? [])
        {
            metadata.Add(pair.Key, pair.Value.Text);
        }

        ReadOnlyMemory<byte> data = bytes.AsMemory(dataStart);
        SortedList<long, ModelTensor> tensors = [];
        foreach (KeyValuePair<string, JsonValue> member in header.Members.Where(member => member.Key != "__metadata__"))
        {
            ModelTensor tensor = ReadTensor(member.Key, member.Value, data, out long start);
            if (!tensors.TryAdd(start, tensor))
            {
                throw new ModelFormatException($"The tensor \"{member.Key}\" overlaps another; the file is altered.");
            }
        }

        CheckCoverage(tensors, data.Length);
        return new ModelFile(metadata, [.. tensors.Values]);
    }

    private static JsonValue ReadHeader(byte[] bytes, out int dataStart)
    {
        if (bytes.Length < sizeof(long))
        {
            throw new ModelFormatException($"The model file is truncated: {bytes.Length} bytes.");
        }

        long length = BinaryPrimitives.ReadInt64LittleEndian(bytes);
        if (length is <= 0 or > MaximumHeader || length > bytes.Length - sizeof(long))
        {
            throw new ModelFormatException("The model file is truncated or not a safetensors file: its header does not fit.");
        }

        dataStart = sizeof(long) + (int)length;
        try
        {
            return JsonReader.Parse(StrictUtf8.GetString(bytes, sizeof(long), (int)length));
        }
        catch (Exception exception) when (exception is JsonFormatException or DecoderFallbackException)
        {
            throw new ModelFormatException($"The model file's header is damaged: {exception.Message}", exception);
        }
    }

    private static ModelTensor ReadTensor(string name, JsonValue description, ReadOnlyMemory<byte> data, out long start)
    {
        if (!Enum.TryParse(description["dtype"]?.Text, out TensorType type) || !Enum.IsDefined(type))
        {
            throw new ModelFormatException($"The tensor \"{name}\" has the unknown type \"{description["dtype"]?.Text}\".");
        }

        long[] shape = Integers(name, description["shape"]);
        long[] offsets = Integers(name, description["data_offsets"]);
        long size = shape.Aggregate((long)ElementSize(type), (product, dimension) => dimension > 0 && product > int.MaxValue / dimension ? int.MaxValue + 1L : product * dimension);
        if (offsets.Length != 2 || offsets[1] - offsets[0] != size || offsets[1] > data.Length)
        {
            throw new ModelFormatException($"The tensor \"{name}\" does not fit into the file; it is truncated or altered.");
        }

        start = offsets[0];
        return new ModelTensor(name, type, shape, data.Slice((int)start, (int)size));
    }

    private static void CheckCoverage(SortedList<long, ModelTensor> tensors, int length)
    {
        long end = 0;
        bool gapless = true;
        foreach (KeyValuePair<long, ModelTensor> pair in tensors)
        {
            gapless &= pair.Key == end;
            end += pair.Value.Bytes.Length;
        }

        if (!gapless || end != length)
        {
            throw new ModelFormatException("The tensors overlap, or do not fill the file; it is truncated or altered.");
        }
    }

    private static long[] Integers(string name, JsonValue? value)
    {
        if (value is not { Kind: JsonKind.Array } || value.Items.Any(item => item.Kind != JsonKind.Number || item.Number is < 0 or > int.MaxValue || item.Number % 1 != 0))
        {
            throw new ModelFormatException($"The tensor \"{name}\" has a damaged shape or offset.");
        }

        return [.. value.Items.Select(item => (long)item.Number)];
    }

    private static int ElementSize(TensorType type) => type switch
    {
        TensorType.F64 or TensorType.I64 => 8,
        TensorType.F32 or TensorType.I32 => 4,
        _ => 1,
    };
}

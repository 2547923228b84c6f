using System.Buffers.Binary;
using System.Text;
using ModelSdk.Contracts.Json;

namespace ModelSdk.Contracts.Models;

/// <summary>Reads safetensors and trusts nothing: lengths, shapes and offsets are checked against each other and against the file.</summary>
internal static class SafetensorsReader
{
    private const string MetadataName = "__metadata__";
    private const int MaximumHeader = 100_000_000;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static ModelFile Read(byte[] bytes)
    {
        JsonValue header = ReadHeader(bytes, out int dataStart);
        ReadOnlyMemory<byte> data = bytes.AsMemory(dataStart);
        List<(long Start, ModelTensor Tensor)> tensors = [];
        foreach (KeyValuePair<string, JsonValue> member in header.Members.Where(member => member.Key != MetadataName))
        {
            tensors.Add((ReadTensor(member.Key, member.Value, data, out ModelTensor tensor), tensor));
        }

        // Of two tensors that begin at the same byte, one is empty and comes first.
        ModelTensor[] ordered = [.. tensors.OrderBy(pair => pair.Start).ThenBy(pair => pair.Tensor.Bytes.Length).Select(pair => pair.Tensor)];
        CheckCoverage(tensors.Select(pair => pair.Start).Order(), ordered, data.Length);
        return new ModelFile(ReadMetadata(header[MetadataName]), ordered);
    }

    private static Dictionary<string, string> ReadMetadata(JsonValue? value)
    {
        if (value is not (null or { Kind: JsonKind.Object }) || value?.Members.Any(member => member.Value.Kind != JsonKind.String) == true)
        {
            throw new ModelFormatException("The model file's metadata is damaged: it is not a map of strings.");
        }

        return (value?.Members ?? []).ToDictionary(member => member.Key, member => member.Value.Text, StringComparer.Ordinal);
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
            JsonValue header = JsonReader.Parse(StrictUtf8.GetString(bytes, sizeof(long), (int)length));
            return header.Kind == JsonKind.Object ? header : throw new ModelFormatException("The model file's header is damaged: it is not a JSON object.");
        }
        catch (Exception exception) when (exception is JsonFormatException or DecoderFallbackException)
        {
            throw new ModelFormatException($"The model file's header is damaged: {exception.Message}", exception);
        }
    }

    private static long ReadTensor(string name, JsonValue description, ReadOnlyMemory<byte> data, out ModelTensor tensor)
    {
        if (!Enum.TryParse(description["dtype"]?.Text, out TensorType type) || type.ToString() != description["dtype"]?.Text)
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

        tensor = new ModelTensor(name, type, shape, data.Slice((int)offsets[0], (int)size));
        return offsets[0];
    }

    private static void CheckCoverage(IEnumerable<long> starts, ModelTensor[] ordered, int length)
    {
        long end = 0;
        bool gapless = true;
        foreach ((long start, ModelTensor tensor) in starts.Zip(ordered, (start, tensor) => (start, tensor)))
        {
            gapless &= start == end;
            end += tensor.Bytes.Length;
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

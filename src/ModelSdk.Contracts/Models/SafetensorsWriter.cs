using System.Buffers.Binary;
using System.Text;
using ModelSdk.Contracts.Json;

namespace ModelSdk.Contracts.Models;

/// <summary>Writes safetensors: 8 bytes header length, canonical JSON padded with spaces to a multiple of 8, then the tensors in the order given.</summary>
internal static class SafetensorsWriter
{
    public static byte[] Write(ModelFile file)
    {
        byte[] header = Pad(Encoding.UTF8.GetBytes(JsonText.Canonical(Header(file))));
        byte[] bytes = new byte[sizeof(long) + header.Length + file.Tensors.Sum(tensor => tensor.Bytes.Length)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, header.Length);
        header.CopyTo(bytes, sizeof(long));
        int offset = sizeof(long) + header.Length;
        foreach (ModelTensor tensor in file.Tensors)
        {
            tensor.Bytes.CopyTo(bytes.AsSpan(offset));
            offset += tensor.Bytes.Length;
        }

        return bytes;
    }

    private static JsonValue Header(ModelFile file)
    {
        if (file.Tensors.Select(tensor => tensor.Name).Append("__metadata__").Distinct(StringComparer.Ordinal).Count() <= file.Tensors.Count)
        {
            throw new ArgumentException("Two tensors have the same name, or one is named __metadata__.", nameof(file));
        }

        JsonObjectBuilder metadata = [];
        foreach (KeyValuePair<string, string> pair in file.Metadata)
        {
            metadata.Add(pair.Key, pair.Value);
        }

        JsonObjectBuilder header = new() { { "__metadata__", metadata.Build() } };
        long offset = 0;
        foreach (ModelTensor tensor in file.Tensors)
        {
            long end = offset + tensor.Bytes.Length;
            header.Add(tensor.Name, new JsonObjectBuilder
            {
                { "dtype", tensor.Type.ToString() },
                { "shape", JsonValue.Of(tensor.Shape.Select(dimension => JsonValue.Of((double)dimension))) },
                { "data_offsets", JsonValue.Of([JsonValue.Of((double)offset), JsonValue.Of((double)end)]) },
            }.Build());
            offset = end;
        }

        return header.Build();
    }

    private static byte[] Pad(byte[] header)
    {
        int length = (header.Length + 7) / 8 * 8;
        byte[] padded = new byte[length];
        Array.Fill(padded, (byte)' ');
        header.CopyTo(padded, 0);
        return padded;
    }
}

using System.Text.Json;

namespace ModelSdk.DuckDb;

/// <summary>Takes the value out of JSON text.</summary>
internal sealed class JsonText
{
    private byte[] buffer = new byte[256];

    /// <summary>A string without quotes and escapes, a number or boolean as it is, nothing for null.</summary>
    /// <param name="json">Valid JSON.</param>
    /// <param name="value">The value. Valid until the next call.</param>
    /// <returns>False for an object or an array.</returns>
    public bool TryRead(ReadOnlySpan<byte> json, out ReadOnlySpan<byte> value)
    {
        value = json.SequenceEqual("null"u8) ? default : json;
        if (json.IsEmpty || json[0] is not ((byte)'"' or (byte)'{' or (byte)'['))
        {
            return true;
        }

        if (json[0] == '"')
        {
            value = this.Text(json);
            return true;
        }

        return false;
    }

    private ReadOnlySpan<byte> Text(ReadOnlySpan<byte> json)
    {
        if (json.IndexOf((byte)'\\') < 0)
        {
            return json[1..^1];
        }

        this.buffer = this.buffer.Length < json.Length ? new byte[json.Length] : this.buffer;
        Utf8JsonReader reader = new(json);
        _ = reader.Read();
        return this.buffer.AsSpan(0, reader.CopyString(this.buffer));
    }
}

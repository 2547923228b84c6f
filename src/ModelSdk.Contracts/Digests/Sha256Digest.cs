using System.Security.Cryptography;
using System.Text;

namespace ModelSdk.Contracts.Digests;

/// <summary>SHA-256 (FIPS 180-4) as the formats write it: 64 lower-case hexadecimal digits.</summary>
public static class Sha256Digest
{
    /// <summary>The digest of bytes.</summary>
    /// <param name="bytes">Any bytes.</param>
    public static string Of(byte[] bytes)
    {
#if NETSTANDARD2_0
        using SHA256 sha256 = SHA256.Create();
        return Hexadecimal(sha256.ComputeHash(bytes));
#else
        return Hexadecimal(SHA256.HashData(bytes));
#endif
    }

    /// <summary>The digest of a text's UTF-8 bytes.</summary>
    /// <param name="text">Any text.</param>
    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>Bytes as lower-case hexadecimal digits.</summary>
    /// <param name="bytes">Any bytes.</param>
    public static string Hexadecimal(byte[] bytes)
    {
        const string Digits = "0123456789abcdef";
        StringBuilder builder = new(2 * bytes.Length);
        foreach (byte value in bytes)
        {
            builder.Append(Digits[value >> 4]).Append(Digits[value & 15]);
        }

        return builder.ToString();
    }
}

using System.Buffers.Binary;
using System.Numerics;

namespace ModelSdk.Runtime.Features;

/// <summary>MurmurHash3_x86_32 (Austin Appleby, 2011, public domain): a hash of bytes that spreads well and is the same everywhere.</summary>
internal static class MurmurHash3
{
    private const uint First = 0xCC9E2D51;
    private const uint Second = 0x1B873593;

    /// <summary>The hash of some bytes.</summary>
    /// <param name="bytes">Any length.</param>
    /// <param name="seed">Another seed gives another hash.</param>
    public static uint Hash(ReadOnlySpan<byte> bytes, uint seed)
    {
        uint hash = seed;
        ReadOnlySpan<byte> rest = bytes;
        for (; rest.Length >= sizeof(uint); rest = rest[sizeof(uint)..])
        {
            hash = (BitOperations.RotateLeft(hash ^ Mix(BinaryPrimitives.ReadUInt32LittleEndian(rest)), 13) * 5) + 0xE6546B64;
        }

        uint tail = 0;
        for (int index = rest.Length - 1; index >= 0; index--)
        {
            tail = (tail << 8) | rest[index];
        }

        return Finish(hash ^ Mix(tail) ^ (uint)bytes.Length);
    }

    private static uint Mix(uint block) => BitOperations.RotateLeft(block * First, 15) * Second;

    private static uint Finish(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35;
        return hash ^ (hash >> 16);
    }
}

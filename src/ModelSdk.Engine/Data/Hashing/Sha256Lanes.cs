using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ModelSdk.Engine.Data;

/// <summary>
/// SHA-256 (FIPS 180-4, §6.2) of sixteen short messages at a time, one in each lane of a vector: a call of the platform's implementation costs
/// more than the hash of a table row does.
/// </summary>
internal static class Sha256Lanes
{
    /// <summary>Whether this machine has the vectors that make it worth while.</summary>
    public static bool IsSupported => Vector256.IsHardwareAccelerated;

    /// <summary>How many messages are hashed at a time.</summary>
    public const int Count = 16;

    /// <summary>Bytes in a block of a message.</summary>
    public const int BlockLength = 64;

    private const int Rounds = 64;
    private const int WordsInBlock = 16;

    /// <summary>The first 32 bits of the fractional parts of the square roots of the first eight primes.</summary>
    private static ReadOnlySpan<uint> InitialState =>
        [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];

    /// <summary>The first 32 bits of the fractional parts of the cube roots of the first 64 primes.</summary>
    private static ReadOnlySpan<uint> RoundConstants =>
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    /// <summary>Hashes sixteen messages and keeps the leading 64 bits of each hash, big-endian.</summary>
    /// <param name="messages">The messages, each padded to whole blocks (FIPS 180-4, §5.1.1), one every <paramref name="stride"/> bytes.</param>
    /// <param name="stride">Bytes from one message to the next; at least <see cref="BlockLength"/> times the largest of <paramref name="blocks"/>.</param>
    /// <param name="blocks">How many blocks each message has.</param>
    /// <param name="leading">Gets the sixteen results.</param>
    public static void Hash(ReadOnlySpan<byte> messages, int stride, ReadOnlySpan<int> blocks, Span<ulong> leading)
    {
        Span<Vector512<uint>> state = stackalloc Vector512<uint>[InitialState.Length];
        for (int word = 0; word < state.Length; word++)
        {
            state[word] = Vector512.Create(InitialState[word]);
        }

        Vector512<int> counts = Vector512.Create(blocks);
        Span<Vector512<uint>> schedule = stackalloc Vector512<uint>[Rounds];
        int most = blocks[0];
        foreach (int count in blocks)
        {
            most = Math.Max(most, count);
        }

        for (int block = 0; block < most; block++)
        {
            Load(messages[(block * BlockLength)..], stride, schedule);
            Compress(state, schedule, Vector512.GreaterThan(counts, Vector512.Create(block)).AsUInt32());
        }

        for (int lane = 0; lane < Count; lane++)
        {
            leading[lane] = ((ulong)state[0][lane] << 32) | state[1][lane];
        }
    }

    /// <summary>Puts word <c>w</c> of every lane's block into vector <c>w</c>, and makes the other words of the schedule.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Load(ReadOnlySpan<byte> messages, int stride, Span<Vector512<uint>> schedule)
    {
        Transpose(messages, stride, MemoryMarshal.Cast<Vector512<uint>, uint>(schedule));
        for (int round = WordsInBlock; round < Rounds; round++)
        {
            Vector512<uint> early = schedule[round - 15];
            Vector512<uint> late = schedule[round - 2];
            Vector512<uint> sigma0 = Rotate(early, 7) ^ Rotate(early, 18) ^ (early >>> 3);
            Vector512<uint> sigma1 = Rotate(late, 17) ^ Rotate(late, 19) ^ (late >>> 10);
            schedule[round] = schedule[round - 16] + sigma0 + schedule[round - 7] + sigma1;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(ReadOnlySpan<byte> messages, int stride, Span<uint> words)
    {
        for (int lane = 0; lane < Count; lane += WordTranspose.Size)
        {
            for (int word = 0; word < WordsInBlock; word += WordTranspose.Size)
            {
                ReadOnlySpan<byte> square = messages.Slice((lane * stride) + (word * sizeof(uint)), ((WordTranspose.Size - 1) * stride) + (WordTranspose.Size * sizeof(uint)));
                if (WordTranspose.IsSupported)
                {
                    WordTranspose.Run(square, stride, words[((word * Count) + lane)..], Count);
                }
                else
                {
                    TransposeWordByWord(square, stride, words[((word * Count) + lane)..]);
                }
            }
        }
    }

    private static void TransposeWordByWord(ReadOnlySpan<byte> square, int stride, Span<uint> words)
    {
        for (int lane = 0; lane < WordTranspose.Size; lane++)
        {
            for (int word = 0; word < WordTranspose.Size; word++)
            {
                words[(word * Count) + lane] = BinaryPrimitives.ReadUInt32BigEndian(square[((lane * stride) + (word * sizeof(uint)))..]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Compress(Span<Vector512<uint>> state, ReadOnlySpan<Vector512<uint>> schedule, Vector512<uint> active)
    {
        (Vector512<uint> a, Vector512<uint> b, Vector512<uint> c, Vector512<uint> d) = (state[0], state[1], state[2], state[3]);
        (Vector512<uint> e, Vector512<uint> f, Vector512<uint> g, Vector512<uint> h) = (state[4], state[5], state[6], state[7]);
        for (int round = 0; round < Rounds; round++)
        {
            Vector512<uint> sum1 = Rotate(e, 6) ^ Rotate(e, 11) ^ Rotate(e, 25);
            Vector512<uint> first = h + sum1 + Vector512.ConditionalSelect(e, f, g) + Vector512.Create(RoundConstants[round]) + schedule[round];
            Vector512<uint> sum0 = Rotate(a, 2) ^ Rotate(a, 13) ^ Rotate(a, 22);
            Vector512<uint> majority = Vector512.ConditionalSelect(a ^ b, c, b);
            (h, g, f, e) = (g, f, e, d + first);
            (d, c, b, a) = (c, b, a, first + sum0 + majority);
        }

        // A message that has no such block keeps its hash.
        state[0] += a & active;
        state[1] += b & active;
        state[2] += c & active;
        state[3] += d & active;
        state[4] += e & active;
        state[5] += f & active;
        state[6] += g & active;
        state[7] += h & active;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Rotate(Vector512<uint> value, [ConstantExpected] byte bits) =>
        Avx512F.IsSupported ? Avx512F.RotateRight(value, bits) : (value >>> bits) | (value << (32 - bits));
}

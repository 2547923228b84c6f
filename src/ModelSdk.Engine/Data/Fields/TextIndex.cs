using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace ModelSdk.Engine.Data;

/// <summary>Numbers strings in order of first appearance; looks UTF-8 text up without decoding it. Open addressing with linear probing.</summary>
internal sealed class TextIndex
{
    private readonly List<string> texts = [];
    private readonly List<int> starts = [0];
    private byte[] bytes = new byte[256];

    /// <summary>Per slot the hash in the upper half and the number plus 1 in the lower; 0 where it is free. The length is a power of two.</summary>
    private ulong[] slots = new ulong[64];

    /// <summary>The strings, by number.</summary>
    public IReadOnlyList<string> Texts => this.texts;

    /// <summary>The number of a string.</summary>
    /// <param name="utf8">The string.</param>
    /// <param name="index">Its number.</param>
    /// <returns>False where the string is new.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryGet(ReadOnlySpan<byte> utf8, out int index)
    {
        uint hash = Hash(utf8);
        for (uint slot = hash & (uint)(this.slots.Length - 1); this.slots[slot] != 0; slot = (slot + 1) & (uint)(this.slots.Length - 1))
        {
            index = (int)(uint)this.slots[slot] - 1;
            if ((uint)(this.slots[slot] >> 32) == hash && utf8.SequenceEqual(this.bytes.AsSpan(this.starts[index], this.starts[index + 1] - this.starts[index])))
            {
                return true;
            }
        }

        index = -1;
        return false;
    }

    /// <summary>Numbers a new string.</summary>
    /// <param name="text">A string that is not known yet.</param>
    public int Add(string text)
    {
        if (2 * (this.texts.Count + 1) > this.slots.Length)
        {
            this.Grow();
        }

        int start = this.starts[^1];
        int length = Encoding.UTF8.GetByteCount(text);
        if (start + length > this.bytes.Length)
        {
            Array.Resize(ref this.bytes, 2 * (start + length));
        }

        Encoding.UTF8.GetBytes(text, this.bytes.AsSpan(start));
        this.texts.Add(text);
        this.starts.Add(start + length);
        this.Put(((ulong)Hash(this.bytes.AsSpan(start, length)) << 32) | (uint)this.texts.Count);
        return this.texts.Count - 1;
    }

    private void Grow()
    {
        ulong[] old = this.slots;
        this.slots = new ulong[2 * old.Length];
        foreach (ulong entry in old.Where(entry => entry != 0))
        {
            this.Put(entry);
        }
    }

    private void Put(ulong entry)
    {
        uint slot = (uint)(entry >> 32) & (uint)(this.slots.Length - 1);
        while (this.slots[slot] != 0)
        {
            slot = (slot + 1) & (uint)(this.slots.Length - 1);
        }

        this.slots[slot] = entry;
    }

    /// <summary>Multiplies and folds eight bytes at a time. Only the table's speed depends on it.</summary>
    private static uint Hash(ReadOnlySpan<byte> utf8)
    {
        const ulong Odd = 0x9E3779B97F4A7C15;
        ulong hash = (ulong)utf8.Length * Odd;
        for (; utf8.Length >= sizeof(ulong); utf8 = utf8[sizeof(ulong)..])
        {
            hash = BitOperations.RotateLeft((hash ^ BinaryPrimitives.ReadUInt64LittleEndian(utf8)) * Odd, 29);
        }

        ulong rest = 0;
        foreach (byte value in utf8)
        {
            rest = (rest << 8) | value;
        }

        hash = (hash ^ rest) * Odd;
        return (uint)(hash >> 32) ^ (uint)hash;
    }
}

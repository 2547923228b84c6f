using System.Numerics;

namespace ModelSdk.Engine.Training;

/// <summary>
/// The only source of chance: xoshiro256** (Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2021), its state filled by
/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014). Equal seeds give equal numbers on every machine.
/// Not thread-safe, and not for secrets.
/// </summary>
public sealed class SeededRandom
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;

    /// <summary>Creates a generator.</summary>
    /// <param name="seed">The project's seed.</param>
    /// <param name="stream">Which of the independent sequences of the seed: the number of a tree, an epoch, a fold.</param>
    public SeededRandom(long seed, long stream = 0)
    {
        ulong state = unchecked(Mix((ulong)seed + GoldenGamma) ^ Mix((ulong)stream * 0xD1B54A32D192ED03));
        this.s0 = Mix(state += GoldenGamma);
        this.s1 = Mix(state += GoldenGamma);
        this.s2 = Mix(state += GoldenGamma);
        this.s3 = Mix(state + GoldenGamma);
    }

    /// <summary>64 bits.</summary>
    public ulong NextBits()
    {
        ulong result = BitOperations.RotateLeft(this.s1 * 5, 7) * 9;
        ulong shifted = this.s1 << 17;
        this.s2 ^= this.s0;
        this.s3 ^= this.s1;
        this.s1 ^= this.s2;
        this.s0 ^= this.s3;
        this.s2 ^= shifted;
        this.s3 = BitOperations.RotateLeft(this.s3, 45);
        return result;
    }

    /// <summary>A number from 0 to below 1, a multiple of 2⁻⁵³.</summary>
    public double NextDouble() => (this.NextBits() >> 11) * (1.0 / (1L << 53));

    /// <summary>A whole number from 0 to below a bound, every one equally likely (Lemire, "Fast random integer generation in an interval", 2019).</summary>
    /// <param name="bound">At least 1.</param>
    public int Next(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        ulong range = (ulong)bound;
        ulong high = Math.BigMul(this.NextBits(), range, out ulong low);
        while (low < range && low < unchecked(0 - range) % range)
        {
            high = Math.BigMul(this.NextBits(), range, out low);
        }

        return (int)high;
    }

    /// <summary>Puts items in an order of which each is equally likely (Fisher and Yates).</summary>
    /// <param name="items">Rearranged in place.</param>
    /// <typeparam name="T">Any type.</typeparam>
    public void Shuffle<T>(Span<T> items)
    {
        for (int index = items.Length - 1; index > 0; index--)
        {
            int other = this.Next(index + 1);
            (items[index], items[other]) = (items[other], items[index]);
        }
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}

using System.Buffers;
using System.Text;
using ModelSdk.Contracts.Models;

namespace ModelSdk.Runtime.Features;

/// <summary>
/// Counts the n-grams of a text in buckets. The text is put into lower case. Words are hashed with seed 0, neighbouring words joined by one space;
/// sequences of characters, white space shrunk to one space, with seed 1. The bucket is the hash of the UTF-8 bytes modulo the number of buckets.
/// </summary>
public static class TextNgrams
{
    private const uint WordSeed = 0;
    private const uint CharacterSeed = 1;

    // A character of UTF-16 takes three bytes at most; one more for a space in front.
    private const int BytesPerCharacter = 4;

    /// <summary>Adds 1 to a bucket for each n-gram in it.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="encoding">What is counted.</param>
    /// <param name="buckets">One place for each bucket.</param>
    public static void Count(ReadOnlySpan<char> text, TextEncoding encoding, Span<double> buckets)
    {
        ArgumentNullException.ThrowIfNull(encoding);
        byte[] bytes = ArrayPool<byte>.Shared.Rent(text.Length * BytesPerCharacter);
        int[] places = ArrayPool<int>.Shared.Rent((2 * text.Length) + 2);
        if (encoding.WordNgrams > 0)
        {
            CountWords(text, encoding.WordNgrams, bytes, places, buckets);
        }

        if (encoding.LongestCharacters > 0)
        {
            CountCharacters(text, encoding, bytes, places, buckets);
        }

        ArrayPool<byte>.Shared.Return(bytes);
        ArrayPool<int>.Shared.Return(places);
    }

    // The words stand in the bytes with one space between them, so that neighbours are one stretch; places hold the begin and the end of each.
    private static void CountWords(ReadOnlySpan<char> text, int longest, byte[] bytes, int[] places, Span<double> buckets)
    {
        int length = 0;
        int count = 0;
        bool inWord = false;
        foreach (Rune character in text.EnumerateRunes())
        {
            bool belongs = WordCharacters.IsInWord(character);
            if (belongs && !inWord)
            {
                bytes[length] = (byte)' ';
                length += count > 0 ? 1 : 0;
                places[2 * count++] = length;
            }

            length += belongs ? LowerCase.Of(character).EncodeToUtf8(bytes.AsSpan(length)) : 0;
            places[(2 * count) - (count > 0 ? 1 : 0)] = length;
            inWord = belongs;
        }

        for (int first = 0; first < count; first++)
        {
            for (int last = first; last < Math.Min(first + longest, count); last++)
            {
                Add(bytes.AsSpan(places[2 * first]..places[(2 * last) + 1]), WordSeed, buckets);
            }
        }
    }

    private static void CountCharacters(ReadOnlySpan<char> text, TextEncoding encoding, byte[] bytes, int[] places, Span<double> buckets)
    {
        int length = 0;
        int count = 0;
        bool inSpace = false;
        foreach (Rune character in text.EnumerateRunes())
        {
            bool isSpace = WordCharacters.IsSpace(character);
            if (!(isSpace && inSpace))
            {
                places[count++] = length;
                length += (isSpace ? new Rune(' ') : LowerCase.Of(character)).EncodeToUtf8(bytes.AsSpan(length));
            }

            inSpace = isSpace;
        }

        places[count] = length;
        for (int size = encoding.ShortestCharacters; size <= encoding.LongestCharacters; size++)
        {
            for (int first = 0; first + size <= count; first++)
            {
                Add(bytes.AsSpan(places[first]..places[first + size]), CharacterSeed, buckets);
            }
        }
    }

    private static void Add(ReadOnlySpan<byte> ngram, uint seed, Span<double> buckets) => buckets[(int)(MurmurHash3.Hash(ngram, seed) % (uint)buckets.Length)]++;
}

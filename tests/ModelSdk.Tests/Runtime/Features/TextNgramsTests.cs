using System.Text;
using CsCheck;
using ModelSdk.Contracts.Models;
using ModelSdk.Runtime.Features;

namespace ModelSdk.Tests.Runtime.Features;

public sealed class TextNgramsTests
{
    private const int Buckets = 4096;

    [Theory]
    [InlineData("The cat, the CAT", "the", "cat", "the", "cat")]
    [InlineData("  don't_stop 42x ", "don", "t_stop", "42x")]
    [InlineData("ÆRØ—Straße…ΣΟΦΙΑ", "ærø", "straße", "σοφια")]
    [InlineData("とても良い😀ok", "とても良い", "ok")]
    [InlineData("\uD800lonely", "lonely")]
    [InlineData(" .,;! ")]
    public void Words_are_runs_of_letters_and_digits_in_lower_case(string text, params string[] words) =>
        Assert.Equal(Expected(0, words), Count(text, new TextEncoding(Buckets) { WordNgrams = 1 }));

    [Fact]
    public void Neighbouring_words_are_joined_by_one_space() =>
        Assert.Equal(Expected(0, "a", "b", "c", "a b", "b c"), Count("a,  b\n-- C.", new TextEncoding(Buckets) { WordNgrams = 2 }));

    [Fact]
    public void Sequences_of_characters_see_white_space_as_one_space() => Assert.Equal(
        Expected(1, "ab", "b ", " 😀", "ab ", "b 😀"),
        Count("Ab \t\u00A0😀", new TextEncoding(Buckets) { ShortestCharacters = 2, LongestCharacters = 3 }));

    [Fact]
    public void A_text_shorter_than_the_sequences_has_none() =>
        Assert.All(Count("ab", new TextEncoding(Buckets) { ShortestCharacters = 3, LongestCharacters = 5 }), count => Assert.Equal(0, count));

    [Fact]
    public void Any_text_is_counted_and_case_makes_no_difference() => Gen.String.Sample(text =>
    {
        TextEncoding encoding = new(64) { WordNgrams = 2, ShortestCharacters = 1, LongestCharacters = 4 };
        string lower = string.Concat(text.EnumerateRunes().Select(LowerCase.Of));
        Assert.Equal(Count(lower, encoding), Count(text, encoding));
    });

    [Fact]
    public void Lower_case_letters_stay_what_they_are() => Gen.Int[0x80, 0x10FFFF].Where(Rune.IsValid).Sample(
        value => Assert.Equal(LowerCase.Of(new Rune(value)), LowerCase.Of(LowerCase.Of(new Rune(value)))), iter: 20_000);

    [Theory]
    [InlineData("AZ[@azÀÞ×ĀāĲŸſΑΩԱႠẞỾΩKⱢＡ𐐀İ", "az[@azàþ×āāĳÿſαωաⴀßỿωkɫａ𐐨İ")]
    public void Capitals_of_every_script_have_their_lower_case(string capitals, string expected) =>
        Assert.Equal(expected, string.Concat(capitals.EnumerateRunes().Select(LowerCase.Of)));

    private static double[] Count(string text, TextEncoding encoding)
    {
        double[] buckets = new double[encoding.Buckets];
        TextNgrams.Count(text, encoding, buckets);
        return buckets;
    }

    private static double[] Expected(uint seed, params string[] ngrams)
    {
        double[] buckets = new double[Buckets];
        foreach (string ngram in ngrams)
        {
            buckets[MurmurHash3.Hash(Encoding.UTF8.GetBytes(ngram), seed) % Buckets]++;
        }

        return buckets;
    }
}

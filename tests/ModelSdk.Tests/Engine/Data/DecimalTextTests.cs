using System.Globalization;
using System.Text;
using CsCheck;
using ModelSdk.Engine.Data;

namespace ModelSdk.Tests.Engine.Data;

public sealed class DecimalTextTests
{
    private static readonly Gen<string> Any = Gen.String[Gen.Char["0123456789.-+e"], 0, 20];

    private static readonly Gen<string> Usual =
        Gen.Select(Gen.Bool, Gen.String[Gen.Char["0123456789"], 0, 12], Gen.Bool, Gen.String[Gen.Char["0123456789"], 0, 12])
            .Select((negative, whole, point, decimals) => (negative ? "-" : "") + whole + (point ? "." : "") + decimals);

    [Fact]
    public void Every_number_that_is_read_has_the_bits_of_the_platforms_parser() => Gen.OneOf(Any, Usual, Gen.Double.Select(value => value.ToString("R", CultureInfo.InvariantCulture))).Sample(
        text =>
        {
            if (TryParse(text, out double value))
            {
                Assert.Equal(BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture)), BitConverter.DoubleToInt64Bits(value));
            }
        },
        iter: 20_000);

    [Theory]
    [InlineData("0")]
    [InlineData("-0.0")]
    [InlineData("5.")]
    [InlineData("-.5")]
    [InlineData("9007199254740992")]
    [InlineData("9007199254740993", false)]
    [InlineData("0.12345678901234")]
    [InlineData("0.123456789012345", false)]
    [InlineData("-1234567890.12345")]
    [InlineData("", false)]
    [InlineData("-", false)]
    [InlineData(".", false)]
    [InlineData("1.2.3", false)]
    [InlineData("1e5", false)]
    [InlineData("--1", false)]
    [InlineData("1-", false)]
    [InlineData("1:", false)]
    [InlineData("1/", false)]
    public void Usual_numbers_are_read_and_others_left_to_the_platform(string text, bool isRead = true) => Assert.Equal(isRead, TryParse(text, out _));

    // Digits behind the number must not be taken for a part of it.
    private static bool TryParse(string text, out double value) => DecimalText.TryParse(Encoding.UTF8.GetBytes($"77{text}77.77777777777777777777"), 2, text.Length, out value);
}

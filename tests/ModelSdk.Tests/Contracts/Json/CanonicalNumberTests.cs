using System.Globalization;
using CsCheck;
using ModelSdk.Contracts.Json;

namespace ModelSdk.Tests.Contracts.Json;

public sealed class CanonicalNumberTests
{
    // The first rows are samples of RFC 8785, appendix B.
    [Theory]
    [InlineData(5e-324, "5e-324")]
    [InlineData(-5e-324, "-5e-324")]
    [InlineData(1.7976931348623157e308, "1.7976931348623157e+308")]
    [InlineData(9007199254740992.0, "9007199254740992")]
    [InlineData(295147905179352830000.0, "295147905179352830000")]
    [InlineData(9.999999999999997e22, "9.999999999999997e+22")]
    [InlineData(1e23, "1e+23")]
    [InlineData(999999999999999700000.0, "999999999999999700000")]
    [InlineData(1e21, "1e+21")]
    [InlineData(9.999999999999997e-7, "9.999999999999997e-7")]
    [InlineData(0.000001, "0.000001")]
    [InlineData(333333333.3333332, "333333333.3333332")]
    [InlineData(-0.0, "0")]
    [InlineData(1e-7, "1e-7")]
    [InlineData(0.001, "0.001")]
    [InlineData(0.1, "0.1")]
    [InlineData(100.0, "100")]
    public void Numbers_are_written_as_ECMAScript_writes_them(double number, string expected) => Assert.Equal(expected, JsonText.Number(number));

    [Fact]
    public void Numbers_of_few_digits_read_back_as_the_same_number() =>
        Gen.Select(Gen.Int[-999, 999], Gen.Int[-300, 300]).Sample((digits, exponent) =>
        {
            double number = double.Parse($"{digits}e{exponent}", CultureInfo.InvariantCulture);
            Assert.Equal(number, JsonReader.Parse(JsonText.Number(number)).Number);
        });

    [Fact]
    public void Every_finite_number_reads_back_as_the_same_number() =>
        Gen.Long.Select(BitConverter.Int64BitsToDouble).Where(double.IsFinite).Sample(number =>
            Assert.Equal(number, JsonReader.Parse(JsonText.Number(number)).Number));
}

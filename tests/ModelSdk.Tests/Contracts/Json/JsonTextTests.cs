using CsCheck;
using ModelSdk.Contracts.Json;

namespace ModelSdk.Tests.Contracts.Json;

public sealed class JsonTextTests
{
    /// <summary>RFC 8785, appendix B: the bits of a number and its text.</summary>
    [Theory]
    [InlineData(0x0000000000000000, "0")]
    [InlineData(0x8000000000000000, "0")]
    [InlineData(0x0000000000000001, "5e-324")]
    [InlineData(0x8000000000000001, "-5e-324")]
    [InlineData(0x7fefffffffffffff, "1.7976931348623157e+308")]
    [InlineData(0xffefffffffffffff, "-1.7976931348623157e+308")]
    [InlineData(0x4340000000000000, "9007199254740992")]
    [InlineData(0xc340000000000000, "-9007199254740992")]
    [InlineData(0x4430000000000000, "295147905179352830000")]
    [InlineData(0x44b52d02c7e14af5, "9.999999999999997e+22")]
    [InlineData(0x44b52d02c7e14af6, "1e+23")]
    [InlineData(0x44b52d02c7e14af7, "1.0000000000000001e+23")]
    [InlineData(0x444b1ae4d6e2ef4e, "999999999999999700000")]
    [InlineData(0x444b1ae4d6e2ef4f, "999999999999999900000")]
    [InlineData(0x444b1ae4d6e2ef50, "1e+21")]
    [InlineData(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7")]
    [InlineData(0x3eb0c6f7a0b5ed8d, "0.000001")]
    [InlineData(0x41b3de4355555553, "333333333.3333332")]
    [InlineData(0x41b3de4355555554, "333333333.33333325")]
    [InlineData(0x41b3de4355555555, "333333333.3333333")]
    [InlineData(0x41b3de4355555556, "333333333.3333334")]
    [InlineData(0x41b3de4355555557, "333333333.33333343")]
    [InlineData(0xbecbf647612f3696, "-0.0000033333333333333333")]
    [InlineData(0x43143ff3c1cb0959, "1424953923781206.2")]
    public void Numbers_are_written_as_RFC_8785_appendix_B_says(ulong bits, string text) =>
        Assert.Equal(text, JsonText.Number(BitConverter.UInt64BitsToDouble(bits)));

    [Fact]
    public void Every_number_reads_back_as_itself() => Gen.Double.Where(double.IsFinite).Sample(
        number => JsonReader.Parse(JsonText.Number(number)).Number.Equals(number == 0 ? 0.0 : number));

    /// <summary>RFC 8785, section 3.2.3: members are sorted by UTF-16 code units, whatever their script.</summary>
    [Fact]
    public void Members_are_sorted_by_code_units()
    {
        const string Text = """{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}""";
        JsonValue canonical = JsonReader.Parse(JsonText.Canonical(JsonReader.Parse(Text)));
        Assert.Equal(
            ["Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign", "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh"],
            canonical.Members.Select(member => member.Value.Text));
    }

    /// <summary>RFC 8785, section 3.2.2: the example object.</summary>
    [Fact]
    public void The_example_of_RFC_8785_is_written_as_there()
    {
        const string Text = """
            {
              "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
              "literals": [null, true, false]
            }
            """;
        const string Expected = """{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}""";
        Assert.Equal(Expected, JsonText.Canonical(JsonReader.Parse(Text)));
    }

    [Fact]
    public void Indented_and_canonical_text_hold_the_same_value() => Values.Sample(
        value => Assert.Equal(JsonText.Canonical(value), JsonText.Canonical(JsonReader.Parse(JsonText.Indented(value)))));

    [Fact]
    public void The_order_of_members_does_not_change_the_canonical_text() => Gen.Select(Values.Array[2, 6], Gen.Int).Sample(
        (values, seed) =>
        {
            KeyValuePair<string, JsonValue>[] members = [.. values.Select((value, index) => KeyValuePair.Create($"m{index}", value))];
            string text = JsonText.Canonical(JsonValue.Of(members));
            new Random(seed).Shuffle(members);
            Assert.Equal(text, JsonText.Canonical(JsonValue.Of(members)));
        });

    private static Gen<JsonValue> Values { get; } = Gen.Recursive<JsonValue>((depth, inner) => depth > 3 ? Scalars : Gen.OneOf(
        Scalars,
        inner.Array[0, 4].Select(items => JsonValue.Of(items)),
        Gen.Select(Gen.String[0, 5], inner).Array[0, 4].Select(members => JsonValue.Of(
            members.DistinctBy(member => member.Item1).Select(member => KeyValuePair.Create(member.Item1, member.Item2))))));

    private static Gen<JsonValue> Scalars => Gen.OneOf(
        Gen.Double.Where(double.IsFinite).Select(number => JsonValue.Of(number)),
        Gen.String[0, 8].Select(text => JsonValue.Of(text)),
        Gen.Bool.Select(value => JsonValue.Of(value)),
        Gen.Const(JsonValue.Null));
}

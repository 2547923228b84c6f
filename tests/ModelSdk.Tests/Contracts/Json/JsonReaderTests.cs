using ModelSdk.Contracts.Json;

namespace ModelSdk.Tests.Contracts.Json;

public sealed class JsonReaderTests
{
    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("{", 1, 2)]
    [InlineData("{\"a\":1,}", 1, 8)]
    [InlineData("[1,\n 2,\n]", 3, 1)]
    [InlineData("[1 2]", 1, 4)]
    [InlineData("{\"a\":1,\n  \"a\":2}", 2, 3)]
    [InlineData("[01]", 1, 4)]
    [InlineData("[1.]", 1, 4)]
    [InlineData("[+1]", 1, 2)]
    [InlineData("[NaN]", 1, 2)]
    [InlineData("// no\n1", 1, 1)]
    [InlineData("'a'", 1, 1)]
    [InlineData("\"a\nb\"", 1, 3)]
    [InlineData("\"\\u12g4\"", 1, 4)]
    [InlineData("1 1", 1, 3)]
    [InlineData("[1e999]", 1, 7)]
    public void What_is_not_JSON_is_refused_at_its_place(string text, int line, int column)
    {
        JsonFormatException exception = Assert.Throws<JsonFormatException>(() => JsonReader.Parse(text));
        Assert.Equal(new TextPosition(line, column), exception.Position);
    }

    [Fact]
    public void Nesting_has_a_limit() => Assert.Throws<JsonFormatException>(() => JsonReader.Parse(new string('[', 100) + new string(']', 100)));

    [Fact]
    public void Values_know_their_place()
    {
        JsonValue value = JsonReader.Parse("\uFEFF{\r\n  \"a\": [1, \"x\"]\r\n}");
        Assert.Equal(new TextPosition(1, 1), value.Position);
        Assert.Equal(new TextPosition(2, 12), value["a"]!.Items[1].Position);
    }
}

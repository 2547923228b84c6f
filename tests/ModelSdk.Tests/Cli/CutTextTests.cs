using ModelSdk.Cli.Output;

namespace ModelSdk.Tests.Cli;

public sealed class CutTextTests
{
    [Theory]
    [InlineData("abcd", 5, "abcd")]
    [InlineData("abcd", 4, "abcd")]
    [InlineData("abcd", 3, "ab…")]
    [InlineData("abcd", 2, "a…")]
    [InlineData("abcd", 1, "")]
    [InlineData("abcd", -7, "")]
    [InlineData("a\U0001F600cd", 3, "a…")]
    [InlineData("a\U0001F600cd", 4, "a\U0001F600…")]
    public void A_text_ends_where_the_line_does(string text, int length, string expected) => Assert.Equal(expected, CutText.Of(text, length));
}

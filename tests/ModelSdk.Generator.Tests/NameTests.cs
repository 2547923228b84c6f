namespace ModelSdk.Generator.Tests;

public sealed class NameTests
{
    [Theory]
    [InlineData("Acme.Models", "Acme.Models")]
    [InlineData("Churn", "Churn")]
    [InlineData("ChurnModel", "Churn")]
    [InlineData("Acme.ChurnModel", "Acme.Churn")]
    [InlineData("Acme.ChurnPrediction", "Acme.Churn")]
    [InlineData("", "Churn")]
    [InlineData("..", "Churn")]
    [InlineData("My App.class.2x", "My_App.@class._2x")]
    [InlineData("Größe.数", "Größe.数")]
    public void A_namespace_can_be_written_and_does_not_hide_the_class(string project, string expected) => Assert.Equal(expected, NamespaceText.Clean(project, "Churn"));

    [Fact]
    public void Classes_get_a_property_each_whatever_their_names() => Assert.Equal(
        ["AdelieProbability", "Class50KProbability", "Class50KProbability2", "ClassProbability", "Class0Probability", "ClassProbability2", "ÉtéProbability"],
        ClassProperties.Name(["adelie", "<=50K", ">50K", "", "0", "class", "été"], ["Species"]));

    [Fact]
    public void A_class_gives_way_to_the_label() => Assert.Equal(["AProbability2"], ClassProperties.Name(["a"], ["AProbability"]));

    [Theory]
    [InlineData("a\r\nb\u2028c\u2029d\u0085e", "a b c d e")]
    [InlineData("left\u202Eright\u200B", "left right")]
    [InlineData("😀 <b> & \"q\"", "😀 &lt;b&gt; &amp; \"q\"")]
    public void Text_in_documentation_stays_on_its_line_and_is_no_markup(string text, string expected) => Assert.Equal(expected, DocumentationText.Encode(text));

    [Fact]
    public void Half_a_character_is_left_out_of_documentation() => Assert.Equal("x", DocumentationText.Plain("\uD800x\uDC00"));
}

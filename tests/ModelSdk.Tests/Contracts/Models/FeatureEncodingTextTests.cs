using System.Text;
using CsCheck;
using ModelSdk.Contracts;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;

namespace ModelSdk.Tests.Contracts.Models;

public sealed class FeatureEncodingTextTests
{
    private static readonly FeatureEncoding[] Examples =
    [
        new("Age", ColumnKind.Integer) { Mean = 38.5, Scale = 13.640432553581146, Fill = 38.5, MissingIndicator = true },
        new("Region \"ü\"", ColumnKind.Categorical) { Categories = new EquatableArray<string>(["EU", "US", ""]), Reference = 1, OtherIndicator = true },
        new("Active", ColumnKind.Boolean) { Mean = 0.1, Scale = 0.3, Fill = 0.1, Interactions = new([new("Age", 1), new("Region \"ü\"", 3)]) },
        new("Income", ColumnKind.Numeric) { Transform = FeatureTransform.Log, Quantiles = new([-1, 0, 0, 2.5]), Monotone = -1 },
        new("When", ColumnKind.Date)
        {
            Origin = 19723, Fill = 19800.25, Parts = new([new(DatePart.Elapsed, false) { Mean = 3, Scale = 0.1 }, new(DatePart.DayOfWeek, true)]),
        },
        new("Note", ColumnKind.Text)
        {
            Text = new TextEncoding(3) { WordNgrams = 2, ShortestCharacters = 3, LongestCharacters = 5, Documents = 9, Frequencies = new([0, 9, 1]) }, MissingIndicator = true,
        },
    ];

    [Fact]
    public void Reading_gives_back_what_was_written() => Assert.Equal(Examples, FeatureEncodingText.Read(FeatureEncodingText.Write(Examples)));

    [Fact]
    public void Numbers_keep_every_bit() =>
        Gen.Select(Gen.Double.Where(double.IsFinite), Gen.Double[1e-300, 1e300]).Sample((mean, scale) =>
        {
            FeatureEncoding encoding = new("x", ColumnKind.Numeric) { Mean = mean, Scale = scale, Fill = mean };
            FeatureEncoding read = FeatureEncodingText.Read(FeatureEncodingText.Write([encoding])).Single();
            Assert.Equal(mean, read.Mean);
            Assert.Equal(scale, read.Scale);
        });

    [Fact]
    public void Altered_text_is_read_or_refused_and_nothing_else()
    {
        byte[] text = Encoding.UTF8.GetBytes(FeatureEncodingText.Write(Examples));
        Gen.Select(Gen.Int[0, text.Length - 1], Gen.Char[' ', '~']).Array[1, 4].Sample(changes =>
        {
            byte[] altered = [.. text];
            foreach ((int index, char value) in changes)
            {
                altered[index] = (byte)value;
            }

            try
            {
                Assert.All(FeatureEncodingText.Read(Encoding.UTF8.GetString(altered)), encoding => Assert.InRange(encoding.Width, 0, 50));
            }
            catch (ModelFormatException)
            {
            }
        });
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""[{"column":"x"}]""")]
    [InlineData("""[{"column":"x","kind":"0"}]""")]
    [InlineData("""[{"column":"x","kind":"numeric","scale":0}]""")]
    [InlineData("""[{"column":"x","kind":"numeric","mean":"1"}]""")]
    [InlineData("""[{"column":"x","kind":"numeric","otherIndicator":true}]""")]
    [InlineData("""[{"column":"x","kind":"categorical","categories":["a","a"]}]""")]
    [InlineData("""[{"column":"x","kind":"categorical","categories":["a"],"reference":1}]""")]
    [InlineData("""[{"column":"x","kind":"categorical","categories":["a"],"reference":0.5}]""")]
    [InlineData("""[{"column":"x","kind":"numeric","transform":"Log"}]""")]
    [InlineData("""[{"column":"x","kind":"boolean","transform":"log"}]""")]
    [InlineData("""[{"column":"x","kind":"numeric","quantiles":[1,0]}]""")]
    [InlineData("""[{"column":"x","kind":"numeric","quantiles":[1,"2"]}]""")]
    [InlineData("""[{"column":"x","kind":"numeric","quantiles":[-1e308,1e308]}]""")]
    [InlineData("""[{"column":"x","kind":"numeric","monotone":2}]""")]
    [InlineData("""[{"column":"x","kind":"numeric","parts":[{"part":"year"}]}]""")]
    [InlineData("""[{"column":"x","kind":"date","parts":[{"part":"era"}]}]""")]
    [InlineData("""[{"column":"x","kind":"date","parts":[{"part":"year"},{"part":"year"}]}]""")]
    [InlineData("""[{"column":"x","kind":"date","parts":[{"part":"elapsed","scale":0}]}]""")]
    [InlineData("""[{"column":"x","kind":"date","parts":[1]}]""")]
    [InlineData("""[{"column":"x","kind":"categorical","text":{"buckets":1,"words":1,"documents":1,"frequencies":[1]}}]""")]
    [InlineData("""[{"column":"x","kind":"text","text":{"buckets":2,"words":1,"documents":1,"frequencies":[1]}}]""")]
    [InlineData("""[{"column":"x","kind":"text","text":{"buckets":1,"words":1,"documents":1,"frequencies":[2]}}]""")]
    [InlineData("""[{"column":"x","kind":"text","text":{"buckets":1,"documents":1,"frequencies":[1]}}]""")]
    [InlineData("""[{"column":"x","kind":"text","text":{"buckets":1,"characters":[4,3],"documents":1,"frequencies":[1]}}]""")]
    [InlineData("""[{"column":"x","kind":"text","text":{"words":1,"documents":1,"frequencies":[]}}]""")]
    [InlineData("""[{"column":"x","kind":"text","text":{"buckets":5000,"words":1,"documents":1,"frequencies":[1]}}]""")]
    [InlineData("""[{"column":"x","kind":"numeric","interactions":[{"with":"y"}]}]""")]
    [InlineData("""[{"column":"x","kind":"numeric","interactions":["y"]}]""")]
    public void A_text_that_contradicts_itself_is_refused(string text) => Assert.Throws<ModelFormatException>(() => FeatureEncodingText.Read(text));
}

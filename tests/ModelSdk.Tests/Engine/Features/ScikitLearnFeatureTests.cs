using System.Text;
using System.Text.Json.Nodes;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Runtime.Features;
using ModelSdk.Tests.Engine.Training;

namespace ModelSdk.Tests.Engine.Features;

/// <summary>The same numbers as scikit-learn's, from TestData/sklearn/features.</summary>
public sealed class ScikitLearnFeatureTests
{
    private static readonly JsonNode Expected = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "TestData", "sklearn", "features", "features.json")))!;

    [Theory]
    [InlineData("Standard")]
    [InlineData("MinMax")]
    [InlineData("Robust")]
    [InlineData("Quantile")]
    public void Scales_are_those_of_scikit_learn(string scale)
    {
        TestTable fitted = new TestTable(ModelTask.Regression).Number("x", Numbers(Expected["fitted"]!));
        TestTable probes = new TestTable(ModelTask.Regression).Number("x", Numbers(Expected["probes"]!));
        double[][] rows = SettingsOf.Encode(probes, SettingsOf.Fit(fitted, FeatureForm.Indicators, SettingsOf.Feature("x", ("Scale", scale))));
        Assert.Equal(Numbers(Expected[scale]!), rows.Select(row => row[0]), (left, right) => Math.Abs(left - right) <= 1e-12 * Math.Max(1, Math.Abs(left)));
    }

    [Theory]
    [InlineData("words", "Words", "1", "3-5", 32)]
    [InlineData("wordPairs", "Words", "1-2", "3-5", 64)]
    [InlineData("characters", "Characters", "1", "3-5", 48)]
    public void Texts_have_the_weights_of_scikit_learn(string name, string units, string words, string characters, int buckets)
    {
        string[] texts = [.. Strings(Expected["texts"]!)];
        TestTable fitted = new TestTable(ModelTask.Regression).Text("t", texts);
        TextEncoding encoding = SettingsOf.Fit(
            fitted,
            FeatureForm.Indicators,
            SettingsOf.Feature("t", ("Text", units), ("TextBuckets", $"{buckets}"), ("WordNgrams", words), ("CharacterNgrams", characters))).Single().Text!;
        Assert.Equal(Numbers(Expected[name]!["frequencies"]!), encoding.Frequencies.Select(frequency => (double)frequency));
        TextVectorizer vectorizer = new(encoding);
        JsonArray rows = Expected[name]!["values"]!.AsArray();
        foreach ((string text, JsonNode? row) in texts.Concat(Strings(Expected["unseen"]!)).Zip(rows))
        {
            double[] actual = new double[buckets];
            vectorizer.Compute(text, actual);
            Assert.Equal(Numbers(row!), actual, (left, right) => Math.Abs(left - right) < 1e-14);
        }
    }

    [Fact]
    public void The_hash_is_that_of_scikit_learn() => Assert.All(
        Expected["hashes"]!.AsArray(),
        hash => Assert.Equal((uint)hash![2]!, MurmurHash3.Hash(Encoding.UTF8.GetBytes((string)hash[0]!), (uint)hash[1]!)));

    private static double[] Numbers(JsonNode array) => [.. array.AsArray().Select(item => (double)item!)];

    private static IEnumerable<string> Strings(JsonNode array) => array.AsArray().Select(item => (string)item!);
}

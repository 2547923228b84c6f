using ModelSdk.Engine.Data;

namespace ModelSdk.Tests.DuckDb;

public sealed class JsonLinesTests : IDisposable
{
    private readonly DataFolder folder = new();

    [Fact]
    public void Keys_become_columns_in_the_order_of_their_first_appearance()
    {
        DataFile file = this.folder.Write("a.jsonl", """
            {"a":1,"b":"x \"q\" \u00e9"}

            {"b":null,"c":true,"a":2.50}
            {"c":false,"d":"2024-01-02","a":"text"}
            """);
        Assert.Equal(
            [["a", "b", "c", "d"], ["1", "x \"q\" é", "", ""], ["2.5", "", "true", ""], ["text", "", "false", "2024-01-02"]],
            this.folder.Records(file));
    }

    [Theory]
    [InlineData("rows.json", "[ {\"a\":1},\n{\"a\":2} ]")]
    [InlineData("rows.json", "{\"a\":1}\n{\"a\":2}\n")]
    [InlineData("rows.ndjson", "{\"a\":1}\r\n{\"a\":2}")]
    public void Arrays_and_lines_are_read(string name, string text) =>
        Assert.Equal([["a"], ["1"], ["2"]], this.folder.Records(this.folder.Write(name, text)));

    [Theory]
    [InlineData("{\"a\":1}\n{\"a\":2\n{\"a\":3}\n", 2)]
    [InlineData("{\"a\":1}\n\n{\"a\":x}\n", 3)]
    [InlineData("{\"a\":1}\n5\n", 2)]
    [InlineData("{\"a\":1}\n[1]\n", 2)]
    [InlineData("{\"a\":1,\"a\":2}\n", 1)]
    [InlineData("nothing\n", 1)]
    public void A_broken_line_is_named(string text, int line)
    {
        (string code, string file, int foundLine, int column) = this.folder.Refusal(this.folder.Write("bad.jsonl", text));
        Assert.Equal(("MODEL1030", "bad.jsonl", line), (code, file, foundLine));
        Assert.True(column > 0);
    }

    [Fact]
    public void A_broken_array_is_refused() =>
        Assert.Equal("MODEL1030", this.folder.Refusal(this.folder.Write("bad.json", "[{\"a\":1},{\"a\":2")).Code);

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n")]
    public void An_empty_file_is_refused(string text) =>
        Assert.Equal(("MODEL1004", "empty.jsonl", 1, 1), this.folder.Refusal(this.folder.Write("empty.jsonl", text)));

    [Fact]
    public void An_object_in_a_column_is_refused_at_its_line()
    {
        DataFile file = this.folder.Write("deep.jsonl", "{\"a\":1}\n\n{\"a\":{\"b\":2}}\n");
        Assert.Equal(("MODEL1031", "deep.jsonl", 3, 0), this.folder.Refusal(file, out string text));
        Assert.Contains("Column \"a\": \"{\"b\":2}\" is an object", text, StringComparison.Ordinal);
    }

    public void Dispose() => this.folder.Dispose();
}

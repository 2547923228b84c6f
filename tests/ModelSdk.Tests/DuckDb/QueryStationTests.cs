using System.Text.Json.Nodes;
using ModelSdk.Engine.Projects;
using ModelSdk.Tests.Engine.Stations;

namespace ModelSdk.Tests.DuckDb;

public sealed class QueryStationTests : IDisposable
{
    private const string Sql = "SELECT CAST(distance AS DOUBLE) AS distance, z.name AS zone, CAST(fare AS DOUBLE) AS fare FROM rides JOIN zones z ON zone = z.letter";
    private readonly StationProject project = new();

    public QueryStationTests()
    {
        ProjectPlugin reference = DuckDbPackage.Reference;
        this.project.Plugins.Add(new JsonObject { ["assembly"] = reference.Assembly, ["package"] = reference.Package, ["version"] = reference.Version });
        this.project.PackageFolders = DuckDbPackage.PackageFolder;
    }

    public void Dispose() => this.project.Dispose();

    [Fact]
    public void Json_lines_train_the_same_model_as_the_same_rows_of_a_csv_file()
    {
        Assert.True(this.project.Run());
        string before = this.project.ModelDigest;
        IEnumerable<string[]> rows = StationProject.Rows(400).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row.Split(','));
        this.project.Write("data.jsonl", string.Join('\n', rows.Select(row => $$"""{"distance":{{row[0]}},"zone":"{{row[1]}}","fare":{{row[2]}}}""")));
        this.project.RemoveItems("TrainingData");
        this.project.Item("TrainingData", "data.jsonl");
        Assert.True(this.project.Run());
        Assert.Equal(before, this.project.ModelDigest);
    }

    [Fact]
    public void A_query_is_the_training_data_and_its_text_is_in_the_recipe()
    {
        this.UseQuery();
        Assert.True(this.project.Run());
        Assert.True(this.project.Output.Said("Inferred the contract Fare.schema.json from features.sql"));
        string model = this.project.ModelDigest;
        string? recipe = this.Recipe();

        Assert.True(this.project.Run());
        Assert.True(this.project.Output.Said("up to date"));
        Assert.Equal(recipe, this.Recipe());

        this.project.Write("features.sql", Sql + "\n-- the same rows");
        Assert.True(this.project.Run());
        Assert.NotEqual(recipe, this.Recipe());
        Assert.Equal(model, this.project.ModelDigest);
    }

    [Fact]
    public void A_changed_table_changes_the_model()
    {
        this.UseQuery();
        Assert.True(this.project.Run());
        string before = this.project.ModelDigest;
        this.project.Write("zones.csv", "letter,name\nA,east\nB,west\nC,west\n");
        Assert.True(this.project.Run());
        Assert.NotEqual(before, this.project.ModelDigest);
    }

    [Fact]
    public void Test_rows_go_through_the_same_query_with_the_tables_they_do_not_bring()
    {
        this.UseQuery();
        this.project.Write("later.csv", StationProject.Rows(50, seed: 9));
        this.project.Item("TestData", "later.csv", ("Table", "rides"));
        Assert.True(this.project.Run());
        Assert.Equal(50, (int)JsonNode.Parse(this.project.Text("evaluation.json"))!["rows"]!);
    }

    [Fact]
    public void A_missing_query_file_is_named_at_its_property()
    {
        this.project.Set("ModelQueryFile", "nowhere.sql");
        Assert.False(this.project.Run());
        Assert.Equal(["MODEL1002"], this.project.Output.Codes);
        Assert.EndsWith("Fare.csproj", this.project.Output.Diagnostics[0].Location.File, StringComparison.Ordinal);
        Assert.True(this.project.Output.Diagnostics[0].Location.Line > 0);
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("1a")]
    [InlineData("x;y")]
    public void A_table_needs_a_name_that_can_be_written(string table)
    {
        this.UseQuery();
        this.project.Item("TrainingData", "other.csv", ("Table", table));
        Assert.False(this.project.Run());
        Assert.Equal(["MODEL1035"], this.project.Output.Codes);
    }

    [Fact]
    public void Two_files_that_happen_to_have_one_name_are_refused()
    {
        this.UseQuery();
        Directory.CreateDirectory(Path.Combine(this.project.Folder, "other"));
        this.project.Write("other/zones.csv", "letter,name\nA,east\n");
        this.project.Item("TrainingData", "other/zones.csv");
        Assert.False(this.project.Run());
        Assert.Equal(["MODEL1035"], this.project.Output.Codes);
    }

    [Fact]
    public void A_project_without_the_package_is_told_how_to_get_it()
    {
        this.project.Plugins.Clear();
        this.UseQuery();
        Assert.False(this.project.Run());
        Assert.Equal(["MODEL0060"], this.project.Output.Codes);
    }

    private string? Recipe() => (string?)JsonNode.Parse(this.project.Text("training.json"))!["recipeDigest"];

    private void UseQuery()
    {
        this.project.RemoveItems("TrainingData");
        this.project.Item("TrainingData", "data.csv", ("Table", "rides"));
        this.project.Item("TrainingData", "zones.csv");
        this.project.Write("zones.csv", "letter,name\nA,north\nB,south\nC,west\n");
        this.project.Set("ModelQueryFile", "features.sql");
        this.project.Write("features.sql", Sql);
    }
}

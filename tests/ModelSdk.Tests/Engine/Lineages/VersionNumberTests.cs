using ModelSdk.Contracts.Versions;
using ModelSdk.Tests.Engine.Stations;

namespace ModelSdk.Tests.Engine.Lineages;

public sealed class VersionNumberTests : IDisposable
{
    private readonly StationProject project = new();

    public void Dispose() => this.project.Dispose();

    [Fact]
    public void Other_weights_raise_the_minor_number()
    {
        this.project.Commit("First");
        this.project.Write("data.csv", StationProject.Rows(500));

        Assert.Equal("0.2.0", this.project.Commit("More data")!.Record.Version);
    }

    [Fact]
    public void A_build_on_the_way_names_the_next_number_its_digest_and_its_parent()
    {
        string parent = this.project.Commit("First")!.Version.Id;
        this.project.Write("data.csv", StationProject.Rows(500));
        this.project.Run();

        VersionRecord embedded = this.project.Embedded;
        Assert.Equal($"0.2.0-dev.g{embedded.ModelDigest[..8]}", embedded.Version);
        Assert.Equal([parent], embedded.Parents);
        Assert.True(this.project.Output.Said("0.2.0 follows 0.1.0"));
        Assert.True(this.project.Output.Said("the contract is the same, decisions differ"));
    }

    [Fact]
    public void A_removed_feature_raises_the_major_number_and_the_build_says_what_broke()
    {
        this.project.Commit("First");
        this.Replace("\"name\": \"zone\",\n      \"property\": \"Zone\",\n      \"role\": \"feature\"", "\"name\": \"zone\",\n      \"property\": \"Zone\",\n      \"role\": \"ignore\"");
        this.project.Run();

        Assert.StartsWith("1.0.0-dev.g", this.project.Embedded.Version, StringComparison.Ordinal);
        Assert.True(this.project.Output.Said("feature \"zone\" was removed"));
    }

    [Fact]
    public void The_same_decisions_raise_the_patch_number()
    {
        this.project.Set("ModelTask", "BinaryClassification");
        this.project.Set("ModelLabel", "far");
        this.project.Write("data.csv", Rides(400));
        string first = this.project.Commit("First")!.Version.ModelDigest;
        this.project.Write("data.csv", Rides(440));
        VersionRecord second = this.project.Commit("A few more rides")!.Record;

        Assert.NotEqual(first, second.ModelDigest);
        Assert.Equal("0.1.1", second.Version);

        // Half of the rides are called far at another distance: other decisions.
        this.project.Write("data.csv", Rides(440, limit: 12));
        Assert.Equal("0.2.0", this.project.Commit("Another border")!.Record.Version);
    }

    [Fact]
    public void Descriptions_and_units_make_no_version()
    {
        this.project.Commit("First");
        this.Replace("\"role\": \"label\"", "\"role\": \"label\",\n      \"unit\": \"EUR\"");
        Assert.True(this.project.Run());
        Assert.Equal("0.1.0", this.project.Embedded.Version);
    }

    [Theory]
    [InlineData("0.1.0", "0.2.0")]
    [InlineData("0.0.1", "0.2.0")]
    [InlineData("0.2.0", "0.2.0")]
    [InlineData("3.0.0", "3.0.0")]
    public void ModelVersion_is_a_floor(string floor, string expected)
    {
        this.project.Commit("First");
        this.project.Write("data.csv", StationProject.Rows(500));
        this.project.Set("ModelVersion", floor);

        Assert.Equal(expected, this.project.Commit("Second")!.Record.Version);
    }

    [Fact]
    public void A_floor_names_the_first_number()
    {
        this.project.Set("ModelVersion", "1.0.0");
        Assert.Equal("1.0.0", this.project.Commit("First")!.Record.Version);
    }

    [Fact]
    public void A_floor_that_the_change_outgrows_is_an_error_in_the_words_of_the_contract()
    {
        this.project.Commit("First");
        this.Replace("\"name\": \"zone\",\n      \"property\": \"Zone\",\n      \"role\": \"feature\"", "\"name\": \"zone\",\n      \"property\": \"Zone\",\n      \"role\": \"ignore\"");
        this.project.Set("ModelVersion", "0.5.0");

        Assert.Null(this.project.Commit("Second"));
        Assert.Contains("1.0.0 is the least number", Assert.Single(this.project.Output.Diagnostics).Text, StringComparison.Ordinal);
        Assert.Contains("feature \"zone\" was removed", this.project.Output.Diagnostics[0].Text, StringComparison.Ordinal);
        Assert.Equal(["MODEL4103"], this.project.Output.Codes);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1.0")]
    [InlineData("1.0.0-beta")]
    [InlineData("01.0.0")]
    [InlineData("v1.0.0")]
    public void A_floor_that_is_no_release_version_is_refused(string floor)
    {
        this.project.Set("ModelVersion", floor);
        Assert.False(this.project.Run());
        Assert.Equal(["MODEL0001"], this.project.Output.Codes);
    }

    [Fact]
    public void Two_parents_count_from_the_higher_one_and_are_both_named()
    {
        string first = this.project.Commit("First")!.Version.Id;
        this.project.Write("data.csv", StationProject.Rows(500));
        string left = this.project.Commit("Left")!.Version.Id;
        this.project.Write("data.csv", StationProject.Rows(450));
        string right = this.project.Commit("Right", first)!.Version.Id;
        Assert.Equal(2, this.project.Lineage.Leaves.Count);
        this.project.Write("data.csv", StationProject.Rows(480));
        VersionRecord joined = this.project.Commit("Joined")!.Record;

        Assert.Equal(new[] { left, right }.Order(StringComparer.Ordinal), joined.Parents);
        Assert.Equal("0.3.0", joined.Version);
        Assert.Equal(2, joined.Changes!.Items.Count);
        Assert.Single(this.project.Lineage.Leaves);
    }

    [Fact]
    public void A_renamed_property_breaks_callers_and_is_another_version_of_the_same_model()
    {
        string model = this.project.Commit("First")!.Version.ModelDigest;
        this.Replace("\"property\": \"Zone\"", "\"property\": \"TariffZone\"");
        this.project.Run();
        Assert.True(this.project.Output.Said("the property of \"zone\" was Zone and is TariffZone"));
        Assert.False(this.project.Output.Said("Training "));
        VersionRecord renamed = this.project.Commit("A clearer name")!.Record;

        Assert.Equal("1.0.0", renamed.Version);
        Assert.Equal(model, renamed.ModelDigest);
        this.project.Run();
        Assert.Equal("1.0.0", this.project.Embedded.Version);

        this.Replace("\"property\": \"TariffZone\"", "\"property\": \"Zone\"");
        this.project.Run();
        Assert.Equal("0.1.0", this.project.Embedded.Version);
        this.project.Set("ModelPinnedVersion", "1.0.0");
        Assert.False(this.project.Run());
        Assert.Equal(["MODEL4203"], this.project.Output.Codes);
    }

    [Fact]
    public void A_model_that_gets_another_name_is_built_again_and_begins_a_lineage()
    {
        this.project.Commit("First");
        this.project.Set("ModelName", "Price");
        Assert.True(this.project.Run());
        Assert.True(File.Exists(this.project.Artifact("Price.safetensors")));
        Assert.StartsWith("0.1.0-dev.g", this.project.Embedded.Version, StringComparison.Ordinal);
    }

    private static string Rides(int count, int limit = 20) => "distance,seconds,far\n" + string.Concat(Enumerable.Range(0, count)
        .Select(row => FormattableString.Invariant($"{row % 40},{row * 7919 % 1000},{(row % 40 >= limit + (row % 11 == 0 ? 1 : 0) ? "yes" : "no")}\n")));

    private void Replace(string old, string text)
    {
        string contract = File.ReadAllText(Path.Combine(this.project.Folder, "Fare.schema.json"));
        Assert.Contains(old, contract, StringComparison.Ordinal);
        this.project.Write("Fare.schema.json", contract.Replace(old, text, StringComparison.Ordinal));
    }
}

using ModelSdk.Store.Verification;

namespace ModelSdk.Tests.Store;

public sealed class StoreVerifierPlaceTests : StoreVerification
{
    [Theory]
    [InlineData(".DS_Store")]
    [InlineData("notes.txt")]
    [InlineData("Churn/notes.txt")]
    [InlineData("Churn/.DS_Store")]
    [InlineData("Churn/versions/notes.json")]
    [InlineData("Churn/versions/.x.swp")]
    [InlineData("Churn/versions/0123.json.0123abcd.tmp")]
    [InlineData("Churn/environments/notes.txt")]
    [InlineData("Churn/environments/production/.DS_Store")]
    [InlineData("Churn/retirements/Thumbs.db")]
    [InlineData("objects/x")]
    [InlineData("objects/sha256/x")]
    [InlineData("objects/sha256/00/x")]
    public void Foreign_files_are_warnings(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this.Temporary.At(file))!);
        File.WriteAllText(this.Temporary.At(file), "");
        this.AssertFinds($"MODEL4006 {file}");
        Assert.True(StoreVerifier.Verify(this.Temporary.Store).IsClean);
    }

    [Theory]
    [InlineData("notes")]
    [InlineData(".git")]
    [InlineData("Churn/drafts")]
    [InlineData("Churn/versions/drafts")]
    [InlineData("Churn/environments/.hidden")]
    [InlineData("objects/sha1")]
    [InlineData("objects/sha256/ABC")]
    public void Foreign_folders_are_warnings_and_not_entered(string folder)
    {
        Directory.CreateDirectory(this.Temporary.At(folder, "inner"));
        File.WriteAllText(this.Temporary.At(folder, "inner", "file.txt"), "");
        this.AssertFinds($"MODEL4006 {folder}");
    }

    [Theory]
    [InlineData("con/versions")]
    [InlineData("my-model/environments")]
    [InlineData("Objects2.0/retirements")]
    public void Models_under_refused_names_are_found(string folder)
    {
        Directory.CreateDirectory(this.Temporary.At(folder));
        this.AssertFinds($"MODEL4008 {folder.Split('/')[0]}");
    }

    [Theory]
    [InlineData("nul")]
    [InlineData("fade")]
    [InlineData("PROD")]
    public void Environments_under_refused_names_are_found(string name)
    {
        Directory.CreateDirectory(this.Temporary.At("Churn", "environments", name));
        this.AssertFinds($"MODEL4008 Churn/environments/{name}");
    }

    [Fact]
    public void What_belongs_to_this_machine_or_is_left_empty_by_git_is_no_finding()
    {
        File.WriteAllText(this.Temporary.At(".local", "anything"), "");
        Directory.CreateDirectory(this.Temporary.At("objects", "local", "sha256"));
        Directory.CreateDirectory(this.Temporary.At("Fraud"));
        this.AssertFinds();
    }
}
